namespace Alerting.Delivery;

/// <summary>Lets so many through at once; the others wait outside, where they can still be turned away.</summary>
/// <param name="places">How many, at least 1.</param>
public sealed class Doorway(int places) : IDisposable
{
    private readonly SemaphoreSlim free = new(places);

    /// <summary>Waits for a place. Disposing what is returned, once, gives it to the next.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Place(free);
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
