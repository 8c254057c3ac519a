namespace Alerting.Functions;

/// <summary>Marks the endpoint that the host asks whether the program is up.</summary>
internal sealed record ReadinessProbe;
