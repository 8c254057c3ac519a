using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Timers;

/// <summary>Runs a timer function on its schedule, one run at a time. A failed run is logged and changes nothing.</summary>
internal sealed class TimerListener(Function function, TimerTrigger trigger, IInvoker invoker, TimerStatusFile file, TimeProvider clock) : IDisposable
{
    /// <summary>Longer pauses are cut, since a timer has a maximum.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(24);

    private readonly SemaphoreSlim oneRun = new(1, 1);

    public string Name => function.Name;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var start = TimerPlan.AtStart(trigger, trigger.UseMonitor ? file.Read() : null, clock.GetUtcNow());
            var status = start.Status;
            if (start.RunNow)
                status = await FireAsync(status, start.IsPastDue, scheduled: false, stop);
            while (true)
            {
                await WaitUntilAsync(status.Next, stop);
                status = await FireAsync(status, isPastDue: false, scheduled: true, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The runner stops.
        }
    }

    /// <summary>A run out of turn, asked for by hand; it does not count for the schedule.</summary>
    public async Task RunNowAsync(CancellationToken stop)
    {
        await oneRun.WaitAsync(stop);
        try
        {
            await InvokeAsync(trigger.UseMonitor ? file.Read() : null, isPastDue: false, stop);
        }
        finally
        {
            oneRun.Release();
        }
    }

    public void Dispose() => oneRun.Dispose();

    private async Task<ScheduleStatus> FireAsync(ScheduleStatus status, bool isPastDue, bool scheduled, CancellationToken stop)
    {
        await oneRun.WaitAsync(stop);
        try
        {
            var began = clock.GetUtcNow();
            await InvokeAsync(trigger.UseMonitor ? status : null, isPastDue, stop);
            var next = TimerPlan.AfterRun(trigger.Schedule, status, began, scheduled);
            if (trigger.UseMonitor)
                file.Write(next);
            return next;
        }
        finally
        {
            oneRun.Release();
        }
    }

    private Task<InvocationOutcome> InvokeAsync(ScheduleStatus? status, bool isPastDue, CancellationToken stop) =>
        invoker.InvokeAsync(function, () => TimerEnvelopes.Create(trigger, status, isPastDue, SystemData.For(function.Name, clock)), stop);

    private async Task WaitUntilAsync(DateTimeOffset moment, CancellationToken stop)
    {
        while (moment - clock.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left < LongestPause ? left : LongestPause, clock, stop);
    }
}
