namespace Alerting.Local.Twilio.Json;

/// <summary>One page of a list of messages.</summary>
internal sealed record MessageListJson(IReadOnlyList<MessageJson> Messages) : PageJson;
