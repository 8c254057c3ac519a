using System.Collections.Concurrent;
using Alerting.Bus;

namespace Alerting.Testing;

/// <summary>Refusals in a map.</summary>
public sealed class InMemoryRefusals : IRefusals
{
    private readonly ConcurrentDictionary<(string Entity, string Message), Refusal> kept = [];

    /// <summary>Everything that was refused.</summary>
    public IReadOnlyCollection<Refusal> All => [.. kept.Values];

    public Task KeepAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        kept[(refusal.Entity, refusal.Message)] = refusal;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Refusal>> FindAsync(string entity, IReadOnlyCollection<string> messages, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Refusal>>(
            [.. messages.Distinct().Select(message => kept.GetValueOrDefault((entity, message))).OfType<Refusal>()]);
}
