namespace Alerting.Paths;

/// <summary>One canary sent along a path.</summary>
/// <param name="Reference">Names it: see <see cref="Canary"/>.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="ConfirmedAt">When it was known to have come through; null while it is not.</param>
/// <param name="Problem">Why it did not come through, as a code; null when it did, or may still.</param>
public sealed record PathTrial(string Reference, DateTimeOffset SentAt, DateTimeOffset? ConfirmedAt = null, string? Problem = null);
