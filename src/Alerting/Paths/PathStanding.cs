namespace Alerting.Paths;

/// <summary>Where a path stands now.</summary>
/// <param name="Path">The path.</param>
/// <param name="State">Whether it carries messages.</param>
/// <param name="Record">What is known.</param>
public sealed record PathStanding(IPath Path, PathState State, PathRecord Record);
