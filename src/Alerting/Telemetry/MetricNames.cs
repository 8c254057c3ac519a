namespace Alerting.Telemetry;

/// <summary>The names of all that is measured. Alerts and the workbook ask for these; tests hold both sides to this list.</summary>
public static class MetricNames
{
    /// <summary>Counter: deliveries that a provider took.</summary>
    public const string DeliveriesSent = "alerting.deliveries.sent";

    /// <summary>Counter: deliveries that were sent again although they may have arrived, because nobody could be asked: emails after a kill.</summary>
    public const string DeliveriesRepeated = "alerting.deliveries.repeated";

    /// <summary>Counter: deliveries that were rejected or given up.</summary>
    public const string DeliveriesFailed = "alerting.deliveries.failed";

    /// <summary>Counter: deliveries not made because their declaration had lost its force.</summary>
    public const string DeliveriesSuperseded = "alerting.deliveries.superseded";

    /// <summary>Histogram, seconds: from the approval to the provider's taking of a delivery.</summary>
    public const string DeliveryDuration = "alerting.delivery.duration";

    /// <summary>Histogram, seconds: from the approval to the live boards being told.</summary>
    public const string PushDuration = "alerting.push.duration";

    /// <summary>Gauge: messages that a sweep found left in the outbox, 1000 at most.</summary>
    public const string OutboxPending = "alerting.outbox.pending";

    /// <summary>Counter: finished runs of the audit; its heartbeat.</summary>
    public const string AuditRuns = "alerting.audit.runs";

    /// <summary>Counter: batches and looks at whom to call that the audit drove again.</summary>
    public const string AuditRedriven = "alerting.audit.redriven";

    /// <summary>Gauge: alerts with which the last run of the audit found something wrong: not planned, batches or looks to drive again, open after their time, or not to be read.</summary>
    public const string AlertsLate = "alerting.alerts.late";

    /// <summary>Gauge: messages that the broker gave up and nobody has replayed or dismissed, 1000 at most, by entity.</summary>
    public const string DeadLetters = "alerting.deadletters";

    /// <summary>Gauge: what is wrong with the directory, by kind of finding.</summary>
    public const string ReadinessFindings = "alerting.readiness.findings";

    /// <summary>Counter: shifts of weight away from a provider, or back.</summary>
    public const string ProviderShifts = "alerting.provider.shifts";

    /// <summary>Gauge: whether a path carries messages, by path: 0 proven, 1 unknown, 2 failing.</summary>
    public const string PathState = "alerting.path.state";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DeliveriesSent, DeliveriesRepeated, DeliveriesFailed, DeliveriesSuperseded, DeliveryDuration, PushDuration,
        OutboxPending, AuditRuns, AuditRedriven, AlertsLate, DeadLetters, ReadinessFindings, ProviderShifts, PathState,
    ];
}
