namespace Alerting.Directory;

/// <summary>All bodies as they stood at one moment.</summary>
/// <param name="Version">Changes with every change of the directory; opaque.</param>
/// <param name="Bodies">By id, in no order.</param>
public sealed record DirectorySnapshot(string Version, IReadOnlyCollection<Body> Bodies);
