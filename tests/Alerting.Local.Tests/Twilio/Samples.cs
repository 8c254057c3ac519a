using Alerting.Local.Twilio;

namespace Alerting.Local.Tests.Twilio;

/// <summary>Messages for the tests.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2019, 3, 18, 12, 0, 0, TimeSpan.Zero);

    public static readonly Account Account = new("AC00000000000000000000000000000001", "token", null);

    public static Message Message(
        string to = "+3197010000001", string direction = "outbound-api", string? service = null, Outcome? outcome = null, DateTimeOffset? created = null) => new()
        {
            Id = Sid.New(),
            Account = Account,
            To = to,
            From = "+3197010000000",
            Body = "Niveau 5",
            Direction = direction,
            Segments = 1,
            Created = created ?? Noon,
            Outcome = outcome ?? Outcome.Delivered,
            ServiceSid = service,
        };
}
