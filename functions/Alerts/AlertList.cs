namespace Alerting.Functions;

/// <summary>Recent alerts.</summary>
/// <param name="Alerts">Latest approval first.</param>
/// <param name="Next">What to give as after for earlier ones; null when there are none.</param>
internal sealed record AlertList(IReadOnlyList<AlertDocument> Alerts, string? Next);
