using System.Threading.Channels;

namespace Alerting.Local.Twilio.Webhooks;

/// <summary>Does work when it is due, with a bound on how much is under way at once.</summary>
internal sealed class DuePump(TimeProvider time, int workers, ILogger log) : IAsyncDisposable
{
    // Timers count whole milliseconds and have a longest time; work due later is looked at again.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<Func<CancellationToken, Task>, DateTimeOffset> waiting = new();
    private readonly Channel<Func<CancellationToken, Task>> ready = Channel.CreateUnbounded<Func<CancellationToken, Task>>();
    private readonly SemaphoreSlim woken = new(0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];
    private DateTimeOffset nextDue = DateTimeOffset.MaxValue;
    private int open;

    /// <summary>How much is waiting or under way.</summary>
    public int Open => Volatile.Read(ref open);

    public void Start()
    {
        running.Add(Task.Run(ScheduleAsync));
        for (var i = 0; i < workers; i++)
            running.Add(Task.Run(WorkAsync));
    }

    public void At(DateTimeOffset due, Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref open);
        bool isEarlier;
        lock (gate)
        {
            waiting.Enqueue(work, due);
            isEarlier = due < nextDue;
            if (isEarlier)
                nextDue = due;
        }

        if (isEarlier)
            woken.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
        stop.Dispose();
        woken.Dispose();
    }

    private async Task ScheduleAsync()
    {
        try
        {
            while (true)
            {
                var wait = Release();
                if (wait > TimeSpan.Zero)
                    await UntilAsync(wait);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ready.Writer.Complete();
        }
    }

    /// <summary>Hands over all that is due; the answer is how long until the next.</summary>
    private TimeSpan Release()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (waiting.TryPeek(out var work, out var due) && due <= now)
            {
                waiting.Dequeue();
                ready.Writer.TryWrite(work);
            }

            nextDue = waiting.TryPeek(out _, out var next) ? next : DateTimeOffset.MaxValue;
            return nextDue - now;
        }
    }

    private async Task UntilAsync(TimeSpan wait)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var earlier = woken.WaitAsync(over.Token);
        var delay = Task.Delay(wait < Longest ? wait + Shortest : Longest, time, over.Token);
        await Task.WhenAny(earlier, delay);
        await over.CancelAsync();
        // A wait that is not over yet could still take the next call, which nobody would then hear.
        await ((Task)earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Token.ThrowIfCancellationRequested();
    }

    private async Task WorkAsync()
    {
        await foreach (var work in ready.Reader.ReadAllAsync())
        {
            try
            {
                if (!stop.IsCancellationRequested)
                    await work(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Stopping: what is left is dropped, as the messages themselves are.
            }
            catch (Exception bug)
            {
                // One broken piece of work must not end the others.
                log.LogError(bug, "work that was due failed");
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        }
    }
}
