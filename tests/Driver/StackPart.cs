namespace Alerting.Testing;

/// <summary>One process of the stack; its ports by name, of which maildev has two: <c>mail</c> and <c>smtp</c>.</summary>
public sealed record StackPart(string Role, string State, int? Pid, int Restarts, Uri Address, IReadOnlyDictionary<string, int> Ports, string Log);
