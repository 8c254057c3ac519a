namespace Alerting.Local.Functions.Timers;

/// <summary>When a timer last ran and when it will next; <see cref="Last"/> is the minimum date before the first run.</summary>
internal sealed record ScheduleStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
