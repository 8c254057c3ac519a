namespace Alerting.Paths;

/// <summary>The last proofs, by path.</summary>
public interface IPathBook
{
    /// <summary>All that is known, in no order.</summary>
    Task<IReadOnlyList<PathRecord>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Changes what is known of a path, as if nobody else did at the same time.</summary>
    /// <param name="path">The path.</param>
    /// <param name="change">From what is known, or from an empty record; may be called more than once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>As it is now.</returns>
    Task<PathRecord> ChangeAsync(string path, Func<PathRecord, PathRecord> change, CancellationToken cancellationToken);
}
