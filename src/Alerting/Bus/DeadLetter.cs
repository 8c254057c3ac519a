namespace Alerting.Bus;

/// <summary>A message that the broker gave up on.</summary>
/// <param name="Entity">Queue, or <c>topic/Subscriptions/name</c>.</param>
/// <param name="SequenceNumber">The broker's number of it.</param>
/// <param name="MessageId">Id given by the sender; empty when he gave none.</param>
/// <param name="Reason">Why the broker parked it, such as <c>MaxDeliveryCountExceeded</c>.</param>
/// <param name="EnqueuedAt">When it was first taken.</param>
/// <param name="DeliveryCount">How often it was tried.</param>
/// <param name="Size">Bytes of its body.</param>
public sealed record DeadLetter(
    string Entity, long SequenceNumber, string MessageId, string Reason, DateTimeOffset EnqueuedAt, int DeliveryCount, int Size)
{
    /// <summary>Largest body that is taken over, in bytes: the most that the Standard tier of the broker carries.</summary>
    public const int MaxBody = 256 * 1024;

    /// <summary>The broker's words on the reason; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>What subscriptions filter on; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Media type of the body as the sender called it; null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>W3C <c>traceparent</c> of the work that sent it; null for none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Id of the dead letter that this message was a replay of; null for none.</summary>
    public string? ReplayOf { get; init; }

    /// <summary>The exact bytes; empty when there are more than <see cref="MaxBody"/>. May hold personal data.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
