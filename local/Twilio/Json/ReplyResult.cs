namespace Alerting.Local.Twilio.Json;

/// <summary>
/// The inbound message, what the webhook said (null without one; <c>Error</c> as Twilio's debugger names it),
/// and the messages that its TwiML sent back.
/// </summary>
internal sealed record ReplyResult(string Sid, int? WebhookStatus, int? Error, IReadOnlyList<string> Replies);
