namespace Alerting.Directory;

/// <summary>The bodies and their contacts.</summary>
public interface IDirectory
{
    /// <summary>The body, or null.</summary>
    Task<Body?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds bodies or replaces those with the same id. After an outage in the middle the same call may be repeated.</summary>
    Task PutAsync(IReadOnlyCollection<Body> bodies, CancellationToken cancellationToken);

    /// <summary>Removes a body.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>All bodies. Cheap to repeat while nothing changes: an implementation may keep the last one and check its version.</summary>
    Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken);
}
