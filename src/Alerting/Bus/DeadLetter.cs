namespace Alerting.Bus;

/// <summary>A message that the broker gave up on.</summary>
/// <param name="Entity">Queue, or <c>topic/Subscriptions/name</c>.</param>
/// <param name="SequenceNumber">The broker's number of it.</param>
/// <param name="MessageId">Id given by the sender.</param>
/// <param name="Reason">Why the broker parked it, such as <c>MaxDeliveryCountExceeded</c>.</param>
/// <param name="EnqueuedAt">When it was first taken.</param>
/// <param name="DeliveryCount">How often it was tried.</param>
/// <param name="Size">Bytes of its body. The body itself stays in the broker: it may hold personal data.</param>
public sealed record DeadLetter(
    string Entity, long SequenceNumber, string MessageId, string Reason, DateTimeOffset EnqueuedAt, int DeliveryCount, int Size);
