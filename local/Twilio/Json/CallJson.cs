using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio.Json;

/// <summary>A call as the API shows it.</summary>
internal sealed record CallJson
{
    private static readonly string[] Resources =
        ["notifications", "recordings", "payments", "events", "siprec", "streams", "transcriptions", "user_defined_message_subscriptions", "user_defined_messages"];

    public required string AccountSid { get; init; }

    public string? AnsweredBy { get; }

    public string ApiVersion { get; } = "2010-04-01";

    public string? CallerName { get; }

    public required string DateCreated { get; init; }

    public required string DateUpdated { get; init; }

    public string Direction { get; } = "outbound-api";

    public string? Duration { get; init; }

    public string? EndTime { get; init; }

    public string? ForwardedFrom { get; }

    public required string From { get; init; }

    public required string FromFormatted { get; init; }

    public string? GroupSid { get; }

    public string? ParentCallSid { get; }

    public string? PhoneNumberSid { get; }

    public string? Price { get; }

    public string PriceUnit { get; } = "USD";

    public string QueueTime { get; } = "0";

    public required string Sid { get; init; }

    public string? StartTime { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyDictionary<string, string> SubresourceUris { get; init; }

    public required string To { get; init; }

    public required string ToFormatted { get; init; }

    public string? TrunkSid { get; }

    public required string Uri { get; init; }

    public static CallJson Of(Call call)
    {
        var account = call.Account.Sid;
        var resource = $"/2010-04-01/Accounts/{account}/Calls/{call.Sid}";
        return new CallJson
        {
            AccountSid = account,
            DateCreated = Rfc2822.Of(call.Created),
            DateUpdated = Rfc2822.Of(call.Updated),
            Duration = call.IsOver ? CallWebhooks.Duration(call) : null,
            EndTime = Rfc2822.Of(call.Ended),
            From = call.From,
            FromFormatted = call.From,
            Sid = call.Sid,
            StartTime = Rfc2822.Of(call.Answered ?? call.Ended),
            Status = call.Status,
            SubresourceUris = Resources.ToDictionary(r => r, r => $"{resource}/{Name(r)}.json"),
            To = call.To,
            ToFormatted = call.To,
            Uri = resource + ".json",
        };
    }

    private static string Name(string resource) =>
        string.Concat(resource.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
