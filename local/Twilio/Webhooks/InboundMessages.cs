using System.Globalization;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Webhooks;

/// <summary>A person answers a message: the inbound webhook hears it, and what its TwiML says is sent.</summary>
internal sealed class InboundMessages(Intake intake, OptOuts optOuts, WebhookClient client)
{
    private const int MostRedirects = 5;

    public async Task<ReplyResult> ReplyAsync(Message answered, string text, CancellationToken ct)
    {
        // An answer to what was received is written by the same person as before.
        var (person, sender) = answered.IsInbound ? (answered.From, answered.To) : (answered.To, answered.From);
        var message = intake.Exchange(answered.Account, "inbound", person, sender, text);
        optOuts.Hear(person, sender, text);
        return answered.Account.Control.State.InboundUrl is { } url
            ? await TellAsync(message, url, ct)
            : new ReplyResult(message.Sid, null, null, []);
    }

    private async Task<ReplyResult> TellAsync(Message message, string url, CancellationToken ct)
    {
        var replies = new List<string>();
        var parameters = Parameters(message);
        for (var i = 0; ; i++)
        {
            var answer = await client.PostAsync(message.Account, url, parameters, ct);
            if (!answer.IsSuccess)
                return new ReplyResult(message.Sid, answer.Status, WebhookClient.Unreachable, replies);

            var twiml = TwimlReply.Parse(answer.Body);
            replies.AddRange(twiml.Texts.Select(t => Send(message, t)));
            if (twiml.Redirect is null || i == MostRedirects)
                return new ReplyResult(message.Sid, answer.Status, twiml.Error, replies);
            url = new Uri(new Uri(url), twiml.Redirect).AbsoluteUri;
        }
    }

    private string Send(Message message, TwimlReply.Text text) =>
        intake.Exchange(message.Account, "outbound-reply", text.From ?? message.To, text.To ?? message.From, text.Body).Sid;

    private static List<KeyValuePair<string, string>> Parameters(Message message) =>
    [
        new("ToCountry", ""),
        new("ToState", ""),
        new("SmsMessageSid", message.Sid),
        new("NumMedia", "0"),
        new("ToCity", ""),
        new("FromZip", ""),
        new("SmsSid", message.Sid),
        new("FromState", ""),
        new("SmsStatus", MessageStatus.Received),
        new("FromCity", ""),
        new("Body", message.Body),
        new("FromCountry", ""),
        new("To", message.To),
        new("ToZip", ""),
        new("NumSegments", message.Segments.ToString(CultureInfo.InvariantCulture)),
        new("MessageSid", message.Sid),
        new("AccountSid", message.Account.Sid),
        new("From", message.From),
        new("ApiVersion", "2010-04-01"),
    ];
}
