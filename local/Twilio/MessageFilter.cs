namespace Alerting.Local.Twilio;

/// <summary>What a list of messages asks for.</summary>
internal sealed record MessageFilter(string? To, string? From, DateFilter Sent)
{
    public static MessageFilter? Parse(IQueryCollection query, out TwilioError? error)
    {
        if (DateFilter.Parse(query, "DateSent", out error) is not { } sent)
            return null;
        return new MessageFilter(Number(query["To"]), Number(query["From"]), sent);
    }

    /// <summary>Those that fit, newest first; a list by recipient costs what it finds, not what there is.</summary>
    public IEnumerable<Message> Apply(MessageStore store, DateTimeOffset now) => store.NewestFirst(To)
        .Where(m => (From is null || m.From == From) && Sent.Includes(Timeline.FilterTime(m, now)));

    // An unescaped plus sign in a query is a blank; Twilio's users make that mistake often enough.
    public static string? Number(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : text[0] == ' ' ? "+" + Address.Normalised(text)
        : Address.IsE164(Address.Normalised(text)) ? Address.Normalised(text) : text;
}
