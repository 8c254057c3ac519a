using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>One way that messages go.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">proven, failing or unknown. Unknown is not good: it was never tried, or the last word is too old.</param>
/// <param name="IsSetUp">False while no setting says where its canaries go; then it stays unknown.</param>
/// <param name="IntervalSeconds">Time between two canaries.</param>
/// <param name="SentAt">When the last canary went whose fate is known; null for none.</param>
/// <param name="AgeSeconds">How long ago that was; null for none.</param>
/// <param name="ConfirmedAt">When it came through; null when it did not.</param>
/// <param name="LatencyMs">How long that took, in milliseconds; null when it did not.</param>
/// <param name="Problem">Why it did not come through, as the provider's or our code; null when it did.</param>
/// <param name="ProvenAt">When a canary last came through; null for never.</param>
/// <param name="PendingSince">When the canary went that is under way now; null for none.</param>
internal sealed record PathDocument(
    string Name,
    string State,
    bool IsSetUp,
    double IntervalSeconds,
    DateTimeOffset? SentAt,
    double? AgeSeconds,
    DateTimeOffset? ConfirmedAt,
    double? LatencyMs,
    string? Problem,
    DateTimeOffset? ProvenAt,
    DateTimeOffset? PendingSince)
{
    public static PathDocument Of(PathStanding standing, DateTimeOffset now)
    {
        var last = standing.Record.Settled;
        return new(
            standing.Path.Name,
            Words.Of(standing.State),
            standing.Path.IsSetUp,
            standing.Path.Interval.TotalSeconds,
            last?.SentAt,
            last is null ? null : Math.Round((now - last.SentAt).TotalSeconds),
            last?.ConfirmedAt,
            last?.ConfirmedAt is { } confirmed ? Math.Round((confirmed - last.SentAt).TotalMilliseconds, 1) : null,
            last?.Problem,
            standing.Record.ProvenAt,
            standing.Record.Pending?.SentAt);
    }
}
