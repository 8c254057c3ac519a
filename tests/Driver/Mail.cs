namespace Alerting.Testing;

/// <summary>An email as its reader sees it.</summary>
public sealed record Mail(string To, string Subject, string Text, string MessageId);
