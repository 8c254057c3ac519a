namespace Alerting.Local.Stack;

/// <summary>One process of the stack, with the names of its ports; the first of them is its address.</summary>
internal sealed record Part(string Role, string Title, IReadOnlyList<string> Ports, Launch Launch, Probe Ready)
{
    /// <summary>What a person can open, relative to its address; null when it speaks to programs only.</summary>
    public string? Page { get; init; }

    /// <summary>It starts after everything else is ready, and stops before everything else.</summary>
    public bool Last { get; init; }

    public string Scheme { get; init; } = "http";
}
