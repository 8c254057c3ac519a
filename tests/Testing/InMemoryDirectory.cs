using System.Collections.Immutable;
using Alerting.Directory;

namespace Alerting.Testing;

/// <summary>Bodies in a map.</summary>
public sealed class InMemoryDirectory : IDirectory
{
    private readonly Lock gate = new();
    private ImmutableDictionary<string, Body> bodies = ImmutableDictionary<string, Body>.Empty;
    private int version;

    public Task<Body?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(bodies.GetValueOrDefault(id));

    public Task PutAsync(IReadOnlyCollection<Body> bodies, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            this.bodies = this.bodies.SetItems(bodies.Select(body => KeyValuePair.Create(body.Id, body)));
            version++;
        }

        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var found = bodies.ContainsKey(id);
            bodies = bodies.Remove(id);
            version += found ? 1 : 0;
            return Task.FromResult(found);
        }
    }

    public Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult(new DirectorySnapshot($"{version}", [.. bodies.Values]));
    }
}
