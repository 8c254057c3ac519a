using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Alerting.Telemetry;

/// <summary>What is traced and measured, by the means of .NET itself: without a listener nothing is made and nothing costs.</summary>
/// <remarks>Tags take few values and never name a person: no number, address or text of anybody.</remarks>
public static class Instruments
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "Alerting";

    /// <summary>Spans of the domain.</summary>
    public static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600],
    };

    /// <summary>See <see cref="MetricNames.DeliveriesSent"/>; by channel, status and, where there are several, provider.</summary>
    public static Counter<int> DeliveriesSent { get; } = Meter.CreateCounter<int>(MetricNames.DeliveriesSent, "{delivery}");

    /// <summary>See <see cref="MetricNames.DeliveriesRepeated"/>; by channel and status.</summary>
    public static Counter<int> DeliveriesRepeated { get; } = Meter.CreateCounter<int>(MetricNames.DeliveriesRepeated, "{delivery}");

    /// <summary>See <see cref="MetricNames.DeliveriesFailed"/>; by channel and status.</summary>
    public static Counter<int> DeliveriesFailed { get; } = Meter.CreateCounter<int>(MetricNames.DeliveriesFailed, "{delivery}");

    /// <summary>See <see cref="MetricNames.DeliveriesSuperseded"/>; by channel and status.</summary>
    public static Counter<int> DeliveriesSuperseded { get; } = Meter.CreateCounter<int>(MetricNames.DeliveriesSuperseded, "{delivery}");

    /// <summary>See <see cref="MetricNames.DeliveryDuration"/>; by channel and status.</summary>
    public static Histogram<double> DeliveryDuration { get; } = Meter.CreateHistogram(MetricNames.DeliveryDuration, "s", advice: Seconds);

    /// <summary>See <see cref="MetricNames.PushDuration"/>; by status.</summary>
    public static Histogram<double> PushDuration { get; } = Meter.CreateHistogram(MetricNames.PushDuration, "s", advice: Seconds);

    /// <summary>See <see cref="MetricNames.OutboxPending"/>.</summary>
    public static Gauge<int> OutboxPending { get; } = Meter.CreateGauge<int>(MetricNames.OutboxPending, "{message}");

    /// <summary>See <see cref="MetricNames.AuditRuns"/>.</summary>
    public static Counter<int> AuditRuns { get; } = Meter.CreateCounter<int>(MetricNames.AuditRuns, "{run}");

    /// <summary>See <see cref="MetricNames.AuditRedriven"/>.</summary>
    public static Counter<int> AuditRedriven { get; } = Meter.CreateCounter<int>(MetricNames.AuditRedriven, "{batch}");

    /// <summary>See <see cref="MetricNames.AlertsLate"/>.</summary>
    public static Gauge<int> AlertsLate { get; } = Meter.CreateGauge<int>(MetricNames.AlertsLate, "{alert}");

    /// <summary>See <see cref="MetricNames.ProviderShifts"/>; by provider and reason.</summary>
    public static Counter<int> ProviderShifts { get; } = Meter.CreateCounter<int>(MetricNames.ProviderShifts, "{shift}");

    /// <summary>See <see cref="MetricNames.DeadLetters"/>; by entity.</summary>
    public static Gauge<int> DeadLetters { get; } = Meter.CreateGauge<int>(MetricNames.DeadLetters, "{message}");

    /// <summary>See <see cref="MetricNames.ReadinessFindings"/>; by finding.</summary>
    public static Gauge<int> ReadinessFindings { get; } = Meter.CreateGauge<int>(MetricNames.ReadinessFindings, "{finding}");

    /// <summary>See <see cref="MetricNames.PathState"/>; by path.</summary>
    public static Gauge<int> PathState { get; } = Meter.CreateGauge<int>(MetricNames.PathState, "{state}");
}
