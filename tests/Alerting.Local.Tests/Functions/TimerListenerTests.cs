using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Timers;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Tests.Functions;

public sealed class TimerListenerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AwaitedClock clock = new(Noon.AddSeconds(1));
    private readonly FakeInvoker invoker = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("timers-");
    private readonly CancellationTokenSource stop = new();

    [Fact]
    public async Task ATimerRunsOnItsScheduleAndTellsWhenItLastRan()
    {
        using var listener = Listener("0 */5 * * * *");
        var running = listener.RunAsync(stop.Token);
        Assert.False(invoker.HasMore);

        await clock.ReachAsync(Noon.AddMinutes(5));
        var first = await invoker.NextAsync();
        Assert.Equal("""{"Last":"0001-01-01T00:00:00+00:00","Next":"2024-05-01T12:05:00+00:00","LastUpdated":"0001-01-01T00:00:00+00:00"}""", StatusOf(first));
        first.Succeed();
        await clock.ReachAsync(Noon.AddMinutes(10));

        Assert.Contains("\"Next\":\"2024-05-01T12:10:00+00:00\"", StatusOf(await invoker.NextAsync()), StringComparison.Ordinal);
        await StopAsync(running);
    }

    [Fact]
    public async Task ARunThatTakesLongerThanTheScheduleIsFollowedByOneRunOnly()
    {
        using var listener = Listener("0 */5 * * * *");
        var running = listener.RunAsync(stop.Token);
        await clock.ReachAsync(Noon.AddMinutes(5));
        var first = await invoker.NextAsync();

        clock.Advance(TimeSpan.FromMinutes(12));
        Assert.False(invoker.HasMore);
        first.Succeed();
        (await invoker.NextAsync()).Succeed();

        await AssertWaitsAsync(Noon.AddMinutes(20));
        Assert.False(invoker.HasMore);
        await StopAsync(running);
    }

    [Fact]
    public async Task AFailedRunChangesNothing()
    {
        using var listener = Listener("0 */5 * * * *");
        var running = listener.RunAsync(stop.Token);
        await clock.ReachAsync(Noon.AddMinutes(5));
        (await invoker.NextAsync()).Fail();

        await clock.ReachAsync(Noon.AddMinutes(10));
        (await invoker.NextAsync()).Succeed();
        await StopAsync(running);
    }

    [Fact]
    public async Task AnOccurrenceThatWasMissedWhileTheAppWasDownRunsAtOnceAsPastDue()
    {
        new TimerStatusFile(folder.FullName, "Sweep").Write(new(Noon.AddMinutes(-10), Noon.AddMinutes(-5), Noon.AddMinutes(-10)));
        using var listener = Listener("0 */5 * * * *");
        var running = listener.RunAsync(stop.Token);

        var call = await invoker.NextAsync();
        Assert.True((bool)((JObject)call.Envelope.Value)["IsPastDue"]!);
        call.Succeed();
        await AssertWaitsAsync(Noon.AddMinutes(5));
        await StopAsync(running);
    }

    [Fact]
    public async Task RunOnStartupRunsOnceAtTheStartAndThenOnSchedule()
    {
        using var listener = Listener("0 */5 * * * *", runOnStartup: true);
        var running = listener.RunAsync(stop.Token);

        (await invoker.NextAsync()).Succeed();
        await AssertWaitsAsync(Noon.AddMinutes(5));
        Assert.False(invoker.HasMore);
        await StopAsync(running);
    }

    [Fact]
    public async Task ATimerThatRecursWithinAMinuteHasNoStatus()
    {
        using var listener = Listener("*/10 * * * * *");
        var running = listener.RunAsync(stop.Token);
        await clock.ReachAsync(Noon.AddSeconds(10));

        Assert.Equal("null", StatusOf(await invoker.NextAsync()));
        Assert.Empty(folder.GetFiles());
        await StopAsync(running);
    }

    [Fact]
    public async Task ARunByHandWaitsForTheRunThatIsGoingOn()
    {
        using var listener = Listener("0 */5 * * * *");
        var running = listener.RunAsync(stop.Token);
        await clock.ReachAsync(Noon.AddMinutes(5));
        var scheduled = await invoker.NextAsync();

        var byHand = listener.RunNowAsync(TestContext.Current.CancellationToken);
        Assert.False(invoker.HasMore);
        scheduled.Succeed();
        (await invoker.NextAsync()).Succeed();

        await byHand;
        await StopAsync(running);
    }

    public void Dispose()
    {
        stop.Dispose();
        folder.Delete(recursive: true);
    }

    private static string StatusOf(FakeInvoker.Call call) => ((JObject)call.Envelope.Value)["ScheduleStatus"]!.ToString(Newtonsoft.Json.Formatting.None);

    private TimerListener Listener(string schedule, bool runOnStartup = false)
    {
        var parsed = TimerSchedule.Parse(schedule, out _)!;
        var trigger = new TimerTrigger("timer", parsed, runOnStartup, UseMonitor: !parsed.RecursWithinAMinute);
        return new(new("Sweep", trigger, null, Disabled: false), trigger, invoker, new(folder.FullName, "Sweep"), clock);
    }

    /// <summary>The status is written before the wait begins.</summary>
    private async Task AssertWaitsAsync(DateTimeOffset next)
    {
        await clock.IsAwaitedAsync(next);
        Assert.Equal(next, new TimerStatusFile(folder.FullName, "Sweep").Read()?.Next);
    }

    private async Task StopAsync(Task running)
    {
        await stop.CancelAsync();
        await running;
    }
}
