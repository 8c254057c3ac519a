namespace Alerting.Local.Twilio;

/// <summary>One change of state, so long after the message was due.</summary>
internal sealed record OutcomeStep(TimeSpan After, string Status);
