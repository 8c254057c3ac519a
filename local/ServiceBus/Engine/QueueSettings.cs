namespace Alerting.Local.ServiceBus.Engine;

/// <summary>How a queue or subscription treats its messages; the defaults are those of the service.</summary>
public sealed record QueueSettings
{
    /// <summary>How long a received message stays locked.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Failed deliveries after which a message is dead-lettered.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message lives when it does not ask for less; <see cref="TimeSpan.MaxValue"/> is for ever.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether an expired message goes to the dead-letter queue; otherwise it is dropped.</summary>
    public bool DeadLetterOnExpiry { get; init; }

    /// <summary>How long a message id is remembered; null: duplicates are not detected.</summary>
    public TimeSpan? DuplicateWindow { get; init; }
}
