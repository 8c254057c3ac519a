using System.Collections.Concurrent;
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
        (await LookAsync(cancellationToken)).Approved;

    /// <summary>Why nothing more of a declaration's alert may go out now: see <see cref="Standing.LostBy"/>. Asked before every single send.</summary>
    /// <param name="declaration">The declaration that the alert sends.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<string?> LostByAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var seen = await LookAsync(cancellationToken);
        var deciding = seen.Deciding.GetOrAdd(declaration.Id, static (_, ask) => Succession.Deciding(ask.declaration, ask.seen.Approved), (declaration, seen));
        return Standing.LostBy(declaration, deciding, time.GetUtcNow());
    }

    /// <summary>An approved declaration, however new: its approval may be younger than the picture, which is then taken again.</summary>
    /// <returns>Null when it is not approved.</returns>
    public async ValueTask<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        return (await ApprovedAsync(cancellationToken)).FirstOrDefault(declaration => declaration.Id == id)
            ?? (await ReadAsync(asked, cancellationToken)).Approved.FirstOrDefault(declaration => declaration.Id == id);
    }

    private async ValueTask<Picture> LookAsync(CancellationToken cancellationToken) =>
        picture is { } seen && IsFresh(seen) ? seen : await ReadAsync(long.MinValue, cancellationToken);

    // Many ask at once and one reads; what was begun up to a moment may not know what was written by then.
    private async Task<Picture> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (picture is { } already && already.At > after && IsFresh(already))
                return already;
            var now = time.GetTimestamp();
            var approved = await store.ListAsync(DeclarationState.Approved, cancellationToken);
            return picture = new(approved, now);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private bool IsFresh(Picture taken) => time.GetElapsedTime(taken.At) < Freshness;

    private sealed record Picture(IReadOnlyList<Declaration> Approved, long At)
    {
        public ConcurrentDictionary<DeclarationId, IReadOnlyList<Declaration>> Deciding { get; } = new();
    }
}
