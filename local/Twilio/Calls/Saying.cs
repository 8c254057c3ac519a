namespace Alerting.Local.Twilio.Calls;

/// <summary>Something that a voice said.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Their language, as TwiML names it: <c>nl-NL</c>.</param>
internal sealed record Saying(string Text, string Language);
