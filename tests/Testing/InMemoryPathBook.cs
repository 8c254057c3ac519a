using Alerting.Paths;

namespace Alerting.Testing;

/// <summary>Proofs in a map.</summary>
public sealed class InMemoryPathBook : IPathBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PathRecord> kept = [];

    public Task<IReadOnlyList<PathRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<PathRecord>>([.. kept.Values]);
    }

    public Task<PathRecord> ChangeAsync(string path, Func<PathRecord, PathRecord> change, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult(kept[path] = change(kept.GetValueOrDefault(path) ?? new(path)));
    }
}
