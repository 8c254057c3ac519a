namespace Alerting.Local.Twilio.Json;

/// <summary>Messages in the order they were taken. <c>Next</c> is the <c>after</c> of the next call; null when there is no more now.</summary>
internal sealed record DoorMessages(IReadOnlyList<DoorMessage> Messages, long? Next);
