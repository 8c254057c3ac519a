using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.Functions;

/// <summary>
/// A clock that the test moves to the moment of a timer, once that timer is set. A test that moves it earlier
/// leaves the timer to be set from the later time, and then nobody ever reaches it.
/// </summary>
public sealed class AwaitedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly HashSet<DateTimeOffset> set = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (gate)
        {
            if (dueTime >= TimeSpan.Zero)
                set.Add(GetUtcNow() + dueTime);
            more.TrySetResult();
            more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return timer;
    }

    /// <summary>Waits until a timer is set for the moment.</summary>
    public async Task IsAwaitedAsync(DateTimeOffset moment)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (set.Contains(moment))
                    return;
                next = more.Task;
            }
            await next.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a timer is set for the moment, and moves there.</summary>
    public async Task ReachAsync(DateTimeOffset moment)
    {
        await IsAwaitedAsync(moment);
        SetUtcNow(moment);
    }
}
