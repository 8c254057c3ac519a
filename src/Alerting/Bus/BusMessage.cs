namespace Alerting.Bus;

/// <summary>A message for a queue or topic.</summary>
/// <param name="MessageId">Deterministic; entities with duplicate detection drop a second one with the same id. At most 128 characters.</param>
/// <param name="Body">At most 200 KB, so that it fits the Standard tier of the broker.</param>
public sealed record BusMessage(string MessageId, ReadOnlyMemory<byte> Body)
{
    /// <summary>What subscriptions filter on (the broker's label); null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>W3C <c>traceparent</c> of the work that sends it; null to take the current one.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When the broker may hand it out; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Id of the dead letter that this sends again; null for none. Comes back with the message if it is given up once more.</summary>
    public string? ReplayOf { get; init; }
}
