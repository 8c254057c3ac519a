namespace Alerting.Adapters.Twilio;

/// <summary>A page of calls, newest first.</summary>
internal sealed record TwilioCallList(IReadOnlyList<TwilioCall>? Calls);
