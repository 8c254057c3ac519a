using System.Collections.Concurrent;
using Alerting.Local.Twilio.Api;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio;

/// <summary>Takes messages in: decides by the number what becomes of them, keeps them, and starts their callbacks.</summary>
internal sealed class Intake(MessageStore store, OptOuts optOuts, StatusCallbacks callbacks, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, int> attempts = new();
    private string lastFrom = "";
    private string lastCallback = "";

    /// <summary>What this request suffers because of the number it goes to; counts the request.</summary>
    public Fault FaultOf(string to) => MagicNumber.Of(to) is { } magic
        ? magic.FaultAt(attempts.AddOrUpdate(to, 1, static (_, n) => n + 1))
        : Fault.None;

    public TwilioError? Refusal(MessageRequest request) =>
        MagicNumber.Of(request.To)?.MessageRefusal(request.To)
        ?? (optOuts.Blocks(request.To, request.From) ? TwilioError.Unsubscribed() : null);

    public Message Accept(Account account, MessageRequest request) => Keep(new Message
    {
        Id = Sid.New(),
        Account = account,
        To = request.To,
        // Senders and callback addresses are few; one copy of each is enough.
        From = Shared(ref lastFrom, request.From),
        Body = request.Body,
        Segments = Segments.Count(request.Body),
        Direction = "outbound-api",
        Created = time.GetUtcNow(),
        Outcome = MagicNumber.Of(request.To)?.Outcome ?? Outcome.Delivered,
        ServiceSid = request.ServiceSid,
        StatusCallback = request.StatusCallback is { } url ? Shared(ref lastCallback, url) : null,
        SendAt = request.SendAt,
    });

    /// <summary>A message from a person, or one that a webhook's TwiML told us to send.</summary>
    public Message Exchange(Account account, string direction, string from, string to, string body) => Keep(new Message
    {
        Id = Sid.New(),
        Account = account,
        To = to,
        From = from,
        Body = body,
        Segments = Segments.Count(body),
        Direction = direction,
        Created = time.GetUtcNow(),
        Outcome = Outcome.Delivered,
    });

    /// <summary>Forgets all messages, opt-outs and counted attempts.</summary>
    public void Clear()
    {
        store.Clear();
        optOuts.Clear();
        attempts.Clear();
    }

    private static string Shared(ref string last, string text)
    {
        var known = last;
        return known == text ? known : last = text;
    }

    private Message Keep(Message message)
    {
        store.Add(message);
        callbacks.Follow(message);
        return message;
    }
}
