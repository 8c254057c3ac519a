namespace Alerting.Adapters.Twilio;

/// <summary>A page of messages, newest first.</summary>
internal sealed record TwilioMessageList(IReadOnlyList<TwilioMessage>? Messages, string? NextPageUri);
