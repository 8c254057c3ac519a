namespace Alerting.Testing;

/// <summary>What the SMS stand-in took since it was cleared.</summary>
public sealed record Tally(int Count, int Recipients, DateTimeOffset? First, DateTimeOffset? Last, int PendingCallbacks);
