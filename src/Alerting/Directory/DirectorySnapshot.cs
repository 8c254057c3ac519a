namespace Alerting.Directory;

/// <summary>All bodies as they stood at one moment.</summary>
/// <param name="Version">Changes with every change of the directory; opaque.</param>
/// <param name="Bodies">All of them.</param>
public sealed record DirectorySnapshot(string Version, IReadOnlyCollection<Body> Bodies)
{
    /// <summary>In the order of their ids: put so once, and not for each alert.</summary>
    public IReadOnlyCollection<Body> Bodies { get; } = [.. Bodies.OrderBy(body => body.Id, StringComparer.Ordinal)];
}
