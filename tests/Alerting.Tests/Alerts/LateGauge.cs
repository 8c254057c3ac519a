using System.Diagnostics.Metrics;
using Alerting.Telemetry;

namespace Alerting.Tests.Alerts;

/// <summary>What the audits of this test last measured as late. A listener hears the whole process; what other tests measure is told apart by where it flows.</summary>
internal sealed class LateGauge : IDisposable
{
    private readonly AsyncLocal<bool> isMine = new() { Value = true };
    private readonly MeterListener listener = new();

    public LateGauge()
    {
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => Value = isMine.Value ? value : Value);
        listener.EnableMeasurementEvents(Instruments.AlertsLate);
        listener.Start();
    }

    /// <summary>The last measurement; null before the first.</summary>
    public int? Value { get; private set; }

    public void Dispose() => listener.Dispose();
}
