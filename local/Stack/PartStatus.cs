namespace Alerting.Local.Stack;

/// <summary>What a script may know about one part.</summary>
internal sealed record PartStatus(
    string Role, string Title, string State, int? Pid, int Restarts, string Address, string? Page, IReadOnlyDictionary<string, int> Ports, string Log);
