using System.Globalization;
using System.Text.Json.Serialization;

namespace Alerting.Local.Twilio.Json;

/// <summary>A message as the API shows it.</summary>
internal sealed record MessageJson
{
    public required string AccountSid { get; init; }

    public string ApiVersion { get; } = "2010-04-01";

    public required string Body { get; init; }

    public required string DateCreated { get; init; }

    public string? DateSent { get; init; }

    public required string DateUpdated { get; init; }

    public required string Direction { get; init; }

    public int? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string NumMedia { get; } = "0";

    public required string NumSegments { get; init; }

    public string? Price { get; }

    public string PriceUnit { get; } = "USD";

    public required string Sid { get; init; }

    public required string Status { get; init; }

    public required MediaUris SubresourceUris { get; init; }

    public required string To { get; init; }

    public required string Uri { get; init; }

    public static MessageJson Of(Message message, DateTimeOffset now)
    {
        var (sid, account) = (message.Sid, message.Account.Sid);
        var resource = $"/2010-04-01/Accounts/{account}/Messages/{sid}";
        var status = Timeline.StatusAt(message, now);
        return new MessageJson
        {
            AccountSid = account,
            Body = message.Body,
            DateCreated = Rfc2822.Of(message.Created),
            DateSent = Rfc2822.Of(Timeline.SentAt(message, now)),
            DateUpdated = Rfc2822.Of(Timeline.UpdatedAt(message, now)),
            Direction = message.Direction,
            ErrorCode = Timeline.ErrorAt(message, now),
            From = status is MessageStatus.Accepted or MessageStatus.Scheduled ? null : message.From,
            MessagingServiceSid = message.ServiceSid,
            // A sender is not known before the service has chosen it, and neither are the segments.
            NumSegments = status == MessageStatus.Accepted ? "0" : message.Segments.ToString(CultureInfo.InvariantCulture),
            Sid = sid,
            Status = status,
            SubresourceUris = new MediaUris(resource + "/Media.json"),
            To = message.To,
            Uri = resource + ".json",
        };
    }

    internal sealed record MediaUris([property: JsonPropertyName("media")] string Media);
}
