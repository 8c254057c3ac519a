namespace Alerting.Delivery.Turns;

/// <summary>Lets so many through at once; the others wait outside, by <see cref="Turn"/>, where they can still be turned away.</summary>
/// <param name="places">How many, at least 1.</param>
/// <param name="time">The clock.</param>
public sealed class Doorway(int places, TimeProvider time) : IDisposable
{
    /// <summary>Whoever has been passed over for so long has every second place: 30 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly WaitingLine<TaskCompletionSource<bool>> line = new(Patience);
    private int free = places;

    /// <summary>Waits for a place. Disposing what is returned, once, gives it to the next.</summary>
    public async ValueTask<IDisposable> EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (Join(turn) is { } waiting)
            await WaitAsync(waiting, cancellationToken);
        return new Place(this);
    }

    /// <summary>Turns away whoever still waits.</summary>
    public void Dispose()
    {
        lock (gate)
            while (line.Next(time.GetUtcNow()) is { } waiting)
                waiting.TrySetCanceled();
    }

    private TaskCompletionSource<bool>? Join(Turn turn)
    {
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return null;
            }

            var waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            line.Join(waiting, turn);
            return waiting;
        }
    }

    // Who gives up stays in the line and is passed over when his turn comes.
    private static async Task WaitAsync(TaskCompletionSource<bool> waiting, CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(() => waiting.TrySetCanceled(cancellationToken));
        await waiting.Task;
    }

    private void Leave()
    {
        lock (gate)
        {
            while (line.Next(time.GetUtcNow()) is { } next)
                if (next.TrySetResult(true))
                    return;
            free++;
        }
    }

    private sealed class Place(Doorway doorway) : IDisposable
    {
        public void Dispose() => doorway.Leave();
    }
}
