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
    public async ValueTask<IReadOnlyList<Declaration>> ApprovedAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } seen)
            return seen.Approved;
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } already)
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

    private Picture? Fresh() => picture is { } taken && time.GetElapsedTime(taken.At) < Freshness ? taken : null;

    private sealed record Picture(IReadOnlyList<Declaration> Approved, long At);
}
