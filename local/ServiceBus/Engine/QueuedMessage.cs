using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>A message in a queue. A change of state is a new value under the same sequence number.</summary>
internal sealed record QueuedMessage
{
    public required MessageContent Content { get; init; }

    public required long SequenceNumber { get; init; }

    /// <summary>The number that the message had where it was first sent to.</summary>
    public required long EnqueuedSequenceNumber { get; init; }

    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>How long it may live from <see cref="EnqueuedAt"/>; null: for ever.</summary>
    public TimeSpan? TimeToLive { get; init; }

    public MessageState State { get; init; }

    public MessageLock? Lock { get; init; }

    /// <summary>Deliveries that ended without a settlement by the receiver.</summary>
    public int DeliveryCount { get; init; }

    /// <summary>The entity that the message was dead-lettered from.</summary>
    public string? DeadLetterSource { get; init; }

    public bool IsReady => State == MessageState.Active && Lock is null;

    /// <summary>
    /// The next moment at which time alone changes the message. A locked message does not expire while it is locked,
    /// and a deferred one not before somebody asks for it, as in the service.
    /// </summary>
    public DateTimeOffset? Due => Lock?.Until ?? State switch
    {
        MessageState.Scheduled => Content.ScheduledAt,
        MessageState.Active => ExpiresAt,
        _ => null,
    };

    public bool IsExpiredAt(DateTimeOffset now) => ExpiresAt <= now;

    private DateTimeOffset? ExpiresAt =>
        TimeToLive is { } life && life < DateTimeOffset.MaxValue - EnqueuedAt ? EnqueuedAt + life : null;
}
