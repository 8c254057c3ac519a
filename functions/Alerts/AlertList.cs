namespace Alerting.Functions;

/// <summary>Recent alerts.</summary>
/// <param name="Alerts">Latest approval first.</param>
internal sealed record AlertList(IReadOnlyList<AlertDocument> Alerts);
