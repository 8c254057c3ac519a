namespace Alerting.Local.Twilio.Json;

/// <summary>The keys that the person presses.</summary>
internal sealed record DigitsRequest(string? Digits);
