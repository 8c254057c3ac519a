using Alerting.Delivery;
using Alerting.Directory;
using Microsoft.AspNetCore.Http;

namespace Alerting.Adapters.Twilio;

/// <summary>Reads what the provider posts to us. Check the signature before.</summary>
public static class TwilioWebhook
{
    /// <summary>A status callback as a receipt; null when it names no delivery of ours, no message or no status.</summary>
    /// <param name="delivery">The query parameter <see cref="StatusCallback.Parameter"/>.</param>
    /// <param name="form">The fields; unknown ones are left alone.</param>
    /// <param name="now">When it reached us.</param>
    public static Receipt? ReadReceipt(string? delivery, IFormCollection form, DateTimeOffset now)
    {
        var (message, status, error) = (Text(form, "MessageSid"), Text(form, "MessageStatus"), Text(form, "ErrorCode"));
        return StatusCallback.TryParse(delivery, out var batch, out var index) && message is not null && status is not null
            ? new(batch, index, KindOf(status), now, message, error)
            : null;
    }

    /// <summary>An inbound message; null when it has no sender or no name.</summary>
    /// <param name="form">The fields; unknown ones are left alone.</param>
    /// <param name="now">When it reached us.</param>
    public static Reply? ReadReply(IFormCollection form, DateTimeOffset now) =>
        Text(form, "From") is { } from && Text(form, "MessageSid") is { } message
            ? new(new Address(from), Text(form, "Body") ?? "", now, message)
            : null;

    private static ReceiptKind KindOf(string status) => status switch
    {
        "delivered" or "read" => ReceiptKind.Delivered,
        "undelivered" or "failed" or "canceled" => ReceiptKind.Failed,
        _ => ReceiptKind.Underway,
    };

    private static string? Text(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 } text ? text : null;
}
