namespace Alerting.Adapters.Twilio;

/// <summary>The body of an error answer; the message is left out because it can hold the number.</summary>
internal sealed record TwilioError(int? Code);
