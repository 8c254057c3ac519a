namespace Alerting.Adapters.Twilio;

/// <summary>A message as the API shows it; only what we look at.</summary>
internal sealed record TwilioMessage(string? Sid, string? Body, string? DateCreated, string? Status, int? ErrorCode);
