namespace Alerting.Local.Twilio.Json;

/// <summary>One page of a list of calls.</summary>
internal sealed record CallListJson(IReadOnlyList<CallJson> Calls) : PageJson;
