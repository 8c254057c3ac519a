using System.Collections.Concurrent;
using Alerting.Directory;
using Alerting.Readiness;

namespace Alerting.Testing;

/// <summary>Words on addresses in a map.</summary>
public sealed class InMemoryAddressWords : IAddressWords
{
    private readonly ConcurrentDictionary<Address, AddressWord> kept = [];

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    public Task KeepAsync(AddressWord word, CancellationToken cancellationToken)
    {
        Writes++;
        kept.AddOrUpdate(word.Address, word, (_, old) => old.At >= word.At ? old : word);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AddressWord>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AddressWord>>([.. kept.Values]);
}
