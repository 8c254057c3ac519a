namespace Alerting.Local.Twilio.Json;

/// <summary>What the person answers.</summary>
internal sealed record ReplyRequest(string? Body);
