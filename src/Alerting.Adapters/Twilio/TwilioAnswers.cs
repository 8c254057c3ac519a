using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Alerting.Delivery.Channels;

namespace Alerting.Adapters.Twilio;

/// <summary>What an answer that is no success means for the delivery.</summary>
/// <remarks>
/// Twilio may give a cause another code from one day to the next, so the table holds only those codes that mean
/// something else than their HTTP status; all others go by status, and none of those speaks of the number. So does what one account may
/// not do and another may: a country (21408), an unverified number (21608), this sender to that number (21612). Source: https://www.twilio.com/docs/api/errors.
/// </remarks>
internal static class TwilioAnswers
{
    private static readonly FrozenDictionary<int, SendKind> Codes = new Dictionary<int, SendKind>
    {
        // The number: it is wrong, blocked or of the wrong kind, and is marked.
        [21211] = SendKind.Rejected, // no phone number
        [21265] = SendKind.Rejected, // a short code
        [21610] = SendKind.Rejected, // opted out
        [21614] = SendKind.Rejected, // cannot get text messages
        [21635] = SendKind.Rejected, // a landline
        // Our account, sender, messaging service or callback: no fault of the recipient, and an operator can mend it.
        [20003] = SendKind.TryLater, // credentials
        [21210] = SendKind.TryLater, // sender not verified for calls
        [21212] = SendKind.TryLater, // sender is no number, short code or name
        [21601] = SendKind.TryLater, // sender is not the account's
        [21606] = SendKind.TryLater, // sender may not send; split in July 2024 into the next three
        [21659] = SendKind.TryLater, // sender is not Twilio's
        [21660] = SendKind.TryLater, // sender is another account's
        [21661] = SendKind.TryLater, // sender cannot send text messages
        [21609] = SendKind.TryLater, // status callback is no valid address
        [21701] = SendKind.TryLater, // messaging service does not exist, or not in this account
        [21705] = SendKind.TryLater, // messaging service has an impossible name
        // Too much or not now.
        [20429] = SendKind.TryLater, // too many requests at once; this one was not processed
        [21611] = SendKind.TryLater, // the sender's queue is full
        [30001] = SendKind.TryLater, // likewise, with a messaging service
    }.ToFrozenDictionary();

    // Reported when the message was taken long ago. A telephone that is off (30003) is no fault of its number.
    private static readonly FrozenSet<string> AtFault = new[]
    {
        "30004", // blocked
        "30005", // unknown or gone
        "30006", // a landline
    }.ToFrozenSet();

    /// <summary>Whether the code of a failed message says that its number is at fault and will stay so.</summary>
    /// <param name="code">Of the report; null when it had none.</param>
    public static bool IsAddressAtFault(string? code) => code is not null && AtFault.Contains(code);

    /// <summary>The outcome for an error answer.</summary>
    /// <param name="status">HTTP status, not 2xx.</param>
    /// <param name="code">Twilio's code; null when the body had none.</param>
    public static SendOutcome Of(HttpStatusCode status, int? code)
    {
        var kind = code is { } known && Codes.TryGetValue(known, out var listed) ? listed : Of((int)status);
        return new(kind, Code: code?.ToString(CultureInfo.InvariantCulture) ?? $"http-{(int)status}");
    }

    /// <summary>The outcome when there was no answer.</summary>
    public static SendOutcome Of(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new(SendKind.TryLater, Code: "connect"),
        _ => new(SendKind.Unknown, Code: "connection-lost"),
    };

    /// <summary>The outcome when the answer did not come in time.</summary>
    public static SendOutcome TimedOut { get; } = new(SendKind.Unknown, Code: "timeout");

    private static SendKind Of(int status) => status switch
    {
        // 401, 403 and 404 speak of the account, redirects of the address: ours to mend.
        401 or 403 or 404 or 429 or (>= 300 and < 400) => SendKind.TryLater,
        408 or >= 500 => SendKind.Unknown,
        _ => SendKind.Refused,
    };
}
