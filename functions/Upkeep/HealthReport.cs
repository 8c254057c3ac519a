namespace Alerting.Functions;

/// <summary>Whether everything we depend on answers.</summary>
/// <param name="Ok">True when all do.</param>
/// <param name="Dependencies">Each of them.</param>
internal sealed record HealthReport(bool Ok, IReadOnlyList<DependencyHealth> Dependencies);
