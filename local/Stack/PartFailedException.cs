namespace Alerting.Local.Stack;

/// <summary>The stack can't come up. The message is for the person at the terminal.</summary>
internal sealed class PartFailedException(string message) : Exception(message);
