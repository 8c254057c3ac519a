using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Json;

/// <summary>How much there is. Recipients are the distinct numbers that were sent to; accounts have the messages that each took.</summary>
internal sealed record DoorCount(
    int Count,
    int Outbound,
    int Inbound,
    int Recipients,
    int Calls,
    DateTimeOffset? FirstAcceptedAt,
    DateTimeOffset? LastAcceptedAt,
    CallbackTally Callbacks,
    IReadOnlyDictionary<string, int> Accounts);
