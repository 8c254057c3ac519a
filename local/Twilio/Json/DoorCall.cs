using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio.Json;

/// <summary>
/// One call as scripts see it: the TwiML documents in the order they were carried out, what they said and in which
/// languages, whether a question waits for digits, which were pressed, and Twilio's code for what went wrong.
/// </summary>
internal sealed record DoorCall(
    string Sid,
    string Account,
    string To,
    string From,
    string Status,
    IReadOnlyList<string> Twiml,
    IReadOnlyList<string> Spoken,
    IReadOnlyList<string> Languages,
    bool Waiting,
    IReadOnlyList<string> Pressed,
    int? Error,
    DateTimeOffset At,
    DateTimeOffset? EndedAt)
{
    public static DoorCall Of(Call call)
    {
        var said = call.Said;
        return new DoorCall(
            call.Sid,
            call.Account.Sid,
            call.To,
            call.From,
            call.Status,
            call.Twiml,
            [.. said.Select(saying => saying.Text)],
            [.. said.Select(saying => saying.Language).Distinct()],
            call.IsWaiting,
            call.Pressed,
            call.Error,
            call.Created,
            call.Ended);
    }
}
