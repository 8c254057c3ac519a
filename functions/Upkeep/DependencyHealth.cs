namespace Alerting.Functions;

/// <summary>Whether one outside system answers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State"><c>up</c> or <c>down</c>.</param>
/// <param name="LatencyMs">How long the answer took, in milliseconds.</param>
/// <param name="Problem">What kind of failure it was: <c>credential-expired</c>, <c>credential-refused</c>, or what broke; null when it is up.</param>
/// <param name="Advice">What to do when our credential is not taken; null when it is not that.</param>
internal sealed record DependencyHealth(string Name, string State, double LatencyMs, string? Problem, string? Advice);
