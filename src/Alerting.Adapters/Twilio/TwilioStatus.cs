using Alerting.Delivery.Receipts;

namespace Alerting.Adapters.Twilio;

/// <summary>What the status of a message means, whether it is reported or asked for.</summary>
/// <remarks>Source: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values.</remarks>
internal static class TwilioStatus
{
    /// <summary>The report for a status.</summary>
    /// <param name="status">Such as <c>undelivered</c>; one that is not known is no end.</param>
    /// <param name="code">Code of the error; null for none.</param>
    public static MessageReport Report(string status, string? code)
    {
        var kind = KindOf(status);
        return new(kind, code, kind == ReceiptKind.Failed && TwilioAnswers.IsAddressAtFault(code) ? true : null);
    }

    private static ReceiptKind KindOf(string status) => status switch
    {
        "delivered" or "read" => ReceiptKind.Delivered,
        "undelivered" or "failed" or "canceled" => ReceiptKind.Failed,
        _ => ReceiptKind.Underway,
    };
}
