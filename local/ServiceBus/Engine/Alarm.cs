namespace Alerting.Local.ServiceBus.Engine;

/// <summary>One timer that always waits for the earliest moment asked for. Not thread-safe: its entity guards it.</summary>
internal sealed class Alarm : IDisposable
{
    // Timers take at most 49 days; waking once a day for nothing costs nothing.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private DateTimeOffset? set;

    public Alarm(TimeProvider time, Action ring)
    {
        this.time = time;
        timer = time.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings at <paramref name="due"/>, or earlier if that was asked for before.</summary>
    public void SetFor(DateTimeOffset? due)
    {
        if (due is not { } at || at >= set) return;
        set = at;
        timer.Change(Wait(at - time.GetUtcNow()), Timeout.InfiniteTimeSpan);
    }

    /// <summary>To be called by what the alarm rings: the next moment can be later again.</summary>
    public void Clear() => set = null;

    public void Dispose() => timer.Dispose();

    // Rounded up: a timer that rings a fraction too early would find nothing due.
    private static TimeSpan Wait(TimeSpan span) =>
        span >= Longest ? Longest
        : span <= Shortest ? Shortest
        : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));
}
