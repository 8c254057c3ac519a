namespace Alerting.Paths;

/// <summary>What is known of a path.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Settled">The last canary whose fate is known; null for none.</param>
/// <param name="Pending">The canary that is under way; null for none.</param>
/// <param name="ProvenAt">When a canary last came through; null for never.</param>
public sealed record PathRecord(string Path, PathTrial? Settled = null, PathTrial? Pending = null, DateTimeOffset? ProvenAt = null);
