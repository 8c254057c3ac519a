using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>The approved declarations as the store had them a moment ago, so that every single send can be held to them without a read of its own.</summary>
/// <param name="store">Where they are.</param>
/// <param name="time">The clock.</param>
public sealed class DeclarationWatch(IDeclarationStore store, TimeProvider time) : IDisposable
{
    /// <summary>How old the picture may be: 250 ms.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Picture? picture;

    /// <summary>All approved declarations, at most <see cref="Freshness"/> old.</summary>
    public async ValueTask<IReadOnlyList<Declaration>> ApprovedAsync(CancellationToken cancellationToken) =>
        picture is { } seen && IsFresh(seen) ? seen.Approved : await ReadAsync(long.MinValue, cancellationToken);

    /// <summary>An approved declaration, however new: its approval may be younger than the picture, which is then taken again.</summary>
    /// <returns>Null when it is not approved.</returns>
    public async ValueTask<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        return (await ApprovedAsync(cancellationToken)).FirstOrDefault(declaration => declaration.Id == id)
            ?? (await ReadAsync(asked, cancellationToken)).FirstOrDefault(declaration => declaration.Id == id);
    }

    // Many ask at once and one reads; what was begun up to a moment may not know what was written by then.
    private async Task<IReadOnlyList<Declaration>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (picture is { } already && already.At > after && IsFresh(already))
                return already.Approved;
            var now = time.GetTimestamp();
            var approved = await store.ListAsync(DeclarationState.Approved, cancellationToken);
            picture = new(approved, now);
            return approved;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private bool IsFresh(Picture taken) => time.GetElapsedTime(taken.At) < Freshness;

    private sealed record Picture(IReadOnlyList<Declaration> Approved, long At);
}
