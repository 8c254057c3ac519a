using Alerting.Local.Functions.Timers;

namespace Alerting.Local.Functions.Loading;

/// <summary>What starts a function; <see cref="Binding"/> is the key under which its value appears in <c>Data</c>.</summary>
internal abstract record Trigger(string Binding);

internal sealed record HttpTrigger(string Binding, string Route, IReadOnlyList<string> Methods) : Trigger(Binding);

internal sealed record TimerTrigger(string Binding, TimerSchedule Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Binding);

internal sealed record ServiceBusTrigger(string Binding, string Entity, string ConnectionString) : Trigger(Binding)
{
    public bool Many { get; init; }

    public BodyType BodyType { get; init; }

    /// <summary>Overrides host.json; null when the binding does not say.</summary>
    public int? MaxMessageBatchSize { get; init; }
}
