using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio.Json;

/// <summary>
/// One call as scripts see it: the TwiML documents in the order they were carried out, what they said, whether
/// a question waits for digits, and Twilio's code for what went wrong.
/// </summary>
internal sealed record DoorCall(
    string Sid,
    string To,
    string From,
    string Status,
    IReadOnlyList<string> Twiml,
    IReadOnlyList<string> Spoken,
    bool Waiting,
    int? Error,
    DateTimeOffset At)
{
    public static DoorCall Of(Call call)
    {
        var twiml = call.Twiml;
        return new DoorCall(
            call.Sid,
            call.To,
            call.From,
            call.Status,
            twiml,
            [.. twiml.SelectMany(t => VoiceTwiml.Parse(t, null).Spoken)],
            call.IsWaiting,
            call.Error,
            call.Created);
    }
}
