using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Timers;

/// <summary>When a timer runs next: the rules of the host's timer listener.</summary>
internal static class TimerPlan
{
    /// <summary>With a stored status the missed occurrence runs at once; without one the schedule begins now.</summary>
    public static (ScheduleStatus Status, bool RunNow, bool IsPastDue) AtStart(TimerTrigger trigger, ScheduleStatus? stored, DateTimeOffset now)
    {
        if (stored is null)
            return (new(DateTimeOffset.MinValue, trigger.Schedule.After(now), DateTimeOffset.MinValue), trigger.RunOnStartup, false);
        var status = AfterChange(trigger.Schedule, stored);
        var isPastDue = now > status.Next;
        return (status, isPastDue || trigger.RunOnStartup, isPastDue);
    }

    /// <summary>A run that began a little too early counts as on time, so that an occurrence never runs twice.</summary>
    public static ScheduleStatus AfterRun(TimerSchedule schedule, ScheduleStatus status, DateTimeOffset began, bool scheduled)
    {
        var counted = scheduled && status.Next > began ? status.Next : began;
        return new(counted, schedule.After(counted), counted);
    }

    /// <summary>A schedule that was changed while the app was down is counted from the last run.</summary>
    private static ScheduleStatus AfterChange(TimerSchedule schedule, ScheduleStatus stored)
    {
        if (stored.LastUpdated == DateTimeOffset.MinValue)
            return stored;
        return stored with { Next = schedule.After(stored.LastUpdated) };
    }
}
