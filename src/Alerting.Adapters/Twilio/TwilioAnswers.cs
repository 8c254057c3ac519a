using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Alerting.Delivery.Channels;

namespace Alerting.Adapters.Twilio;

/// <summary>What an answer that is no success means for the delivery.</summary>
/// <remarks>
/// Twilio may give a cause another code from one day to the next, so the table holds only those codes that mean
/// something else than their HTTP status; all others go by status. Source: https://www.twilio.com/docs/api/errors.
/// </remarks>
internal static class TwilioAnswers
{
    private static readonly FrozenDictionary<int, SendKind> Codes = new Dictionary<int, SendKind>
    {
        [21211] = SendKind.Rejected, // To is no phone number
        [21408] = SendKind.Rejected, // the account may not send to that country
        [21608] = SendKind.Rejected, // a trial account may not send to this number
        [21610] = SendKind.Rejected, // the recipient opted out
        [21612] = SendKind.Rejected, // this sender cannot reach this number
        [21614] = SendKind.Rejected, // To cannot get text messages
        [21635] = SendKind.Rejected, // To is a landline
        [20003] = SendKind.TryLater, // our credentials are wrong: no fault of the recipient, and an operator can mend it
        [21210] = SendKind.TryLater, // our number is not verified for calls: likewise
        [21212] = SendKind.TryLater, // our sender is wrong: likewise
        [21606] = SendKind.TryLater, // our sender may not send: likewise
        [20429] = SendKind.TryLater, // too many requests at once; this one was not processed
        [21611] = SendKind.TryLater, // the sender's queue is full
        [30001] = SendKind.TryLater, // likewise, with a messaging service
    }.ToFrozenDictionary();

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
        _ => SendKind.Rejected,
    };
}
