namespace Alerting.Adapters.Twilio;

/// <summary>A call as the API shows it; only what we look at.</summary>
internal sealed record TwilioCall(string? Sid, string? DateCreated);
