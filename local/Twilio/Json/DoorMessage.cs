namespace Alerting.Local.Twilio.Json;

/// <summary>One message as scripts see it. <c>At</c> is the moment it was taken, with fractions of a second.</summary>
internal sealed record DoorMessage(
    long Number,
    string Sid,
    string Account,
    string Direction,
    string To,
    string From,
    string Body,
    int Segments,
    string Status,
    int? ErrorCode,
    DateTimeOffset At)
{
    public static DoorMessage Of(Message message, DateTimeOffset now) => new(
        message.Number,
        message.Sid,
        message.Account.Sid,
        message.Direction,
        message.To,
        message.From,
        message.Body,
        message.Segments,
        Timeline.StatusAt(message, now),
        Timeline.ErrorAt(message, now),
        message.Created);
}
