namespace Alerting.Local.Twilio;

/// <summary>How much was taken since the store was empty. Recipients are the distinct numbers sent to.</summary>
internal readonly record struct Tally(
    int Outbound, int Inbound, int Recipients, DateTimeOffset? FirstAcceptedAt, DateTimeOffset? LastAcceptedAt)
{
    public static readonly Tally None = new(0, 0, 0, null, null);

    public Tally With(Message message, bool firstToNumber) => message.IsInbound
        ? this with { Inbound = Inbound + 1 }
        : this with
        {
            Outbound = Outbound + 1,
            Recipients = Recipients + (firstToNumber ? 1 : 0),
            FirstAcceptedAt = FirstAcceptedAt ?? message.Created,
            LastAcceptedAt = message.Created,
        };
}
