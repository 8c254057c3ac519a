namespace Alerting.Local.Functions.Envelopes;

/// <summary>A Service Bus message as the extension sees it. <see cref="DeliveryCount"/> is 1 on the first delivery.</summary>
internal sealed record ReceivedMessage(Guid LockToken, int DeliveryCount, long SequenceNumber)
{
    public object? Body { get; init; }

    public string? DeadLetterSource { get; init; }

    public DateTimeOffset EnqueuedTime { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset LockedUntil { get; init; }

    public string? MessageId { get; init; }

    public string? ContentType { get; init; }

    public string? ReplyTo { get; init; }

    public string? To { get; init; }

    public string? Subject { get; init; }

    public string? CorrelationId { get; init; }

    public string? SessionId { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? PartitionKey { get; init; }

    public string? TransactionPartitionKey { get; init; }

    public IReadOnlyDictionary<string, object?> ApplicationProperties { get; init; } = new Dictionary<string, object?>();
}
