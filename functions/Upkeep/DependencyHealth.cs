namespace Alerting.Functions;

/// <summary>Whether one outside system answers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State"><c>up</c> or <c>down</c>.</param>
/// <param name="LatencyMs">How long the answer took, in milliseconds.</param>
/// <param name="Problem">What kind of failure it was; null when it is up.</param>
internal sealed record DependencyHealth(string Name, string State, double LatencyMs, string? Problem);
