using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
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
        if (!StatusCallback.TryParse(delivery, out var batch, out var index) || message is null || status is null)
            return null;
        var report = TwilioStatus.Report(status, error);
        return new(batch, index, report.Kind, now, message, report.Code, report.IsAddressAtFault);
    }

    /// <summary>The end of a call as a receipt; null when it names no delivery of ours, no call or no status. Its code is the way a call failed, such as <c>busy</c>.</summary>
    /// <inheritdoc cref="ReadReceipt" />
    public static Receipt? ReadCallReceipt(string? delivery, IFormCollection form, DateTimeOffset now)
    {
        var (call, status) = (Text(form, "CallSid"), Text(form, "CallStatus"));
        if (!StatusCallback.TryParse(delivery, out var batch, out var index) || batch.Channel != Channel.Voice || call is null || status is null)
            return null;
        var kind = CallKindOf(status);
        return new(batch, index, kind, now, call, kind == ReceiptKind.Failed ? status : null);
    }

    /// <summary>A key pressed in a call; null when it names no delivery of ours, no call or no key.</summary>
    /// <inheritdoc cref="ReadReceipt" />
    public static (string Key, Acknowledgement Acknowledgement)? ReadKey(string? delivery, IFormCollection form, DateTimeOffset now) =>
        StatusCallback.TryParse(delivery, out var batch, out var index) && batch.Channel == Channel.Voice
        && Text(form, "CallSid") is { } call && Text(form, "Digits") is { } key
            ? (key, new(batch, index, now, call))
            : null;

    /// <summary>An inbound message; null when it has no sender or no name.</summary>
    /// <param name="form">The fields; unknown ones are left alone.</param>
    /// <param name="now">When it reached us.</param>
    public static Reply? ReadReply(IFormCollection form, DateTimeOffset now) =>
        Text(form, "From") is { } from && Text(form, "MessageSid") is { } message
            ? new(new Address(from), Text(form, "Body") ?? "", now, message)
            : null;

    private static ReceiptKind CallKindOf(string status) => status switch
    {
        "completed" => ReceiptKind.Delivered,
        "busy" or "no-answer" or "failed" or "canceled" => ReceiptKind.Failed,
        _ => ReceiptKind.Underway,
    };

    private static string? Text(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 } text ? text : null;
}
