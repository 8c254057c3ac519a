using Alerting.Local.Twilio.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerting.Local.Tests.Twilio;

public sealed class DuePumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task NoWorkIsForgottenThatComesWhileTheSchedulerWakes()
    {
        await using var pump = new DuePump(TimeProvider.System, 2, NullLogger.Instance);
        pump.Start();
        for (var i = 0; i < 2000; i++)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Due now while the wait for the one before, due a moment later, is about to end.
            pump.At(TimeProvider.System.GetUtcNow().AddMilliseconds(i % 2), _ =>
            {
                done.SetResult();
                return Task.CompletedTask;
            });
            await done.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task NoMoreWorkIsUnderWayThanThereAreWorkers()
    {
        await using var pump = new DuePump(TimeProvider.System, 2, NullLogger.Instance);
        var (underWay, most, left) = (0, 0, 20);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < 20; i++)
        {
            pump.At(TimeProvider.System.GetUtcNow(), async _ =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref underWay));
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
                if (Interlocked.Decrement(ref left) == 0)
                    all.SetResult();
            });
        }

        pump.Start();
        await all.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task BrokenWorkDoesNotEndTheRest()
    {
        await using var pump = new DuePump(TimeProvider.System, 1, NullLogger.Instance);
        pump.Start();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pump.At(TimeProvider.System.GetUtcNow(), _ => throw new InvalidOperationException("broken"));
        pump.At(TimeProvider.System.GetUtcNow(), _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        await done.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
