namespace Alerting.Local.Twilio;

/// <summary>A question in TwiML: where the digits go, and how long it waits for them.</summary>
internal sealed record Gather(string? Action, TimeSpan Timeout);
