namespace Alerting.Functions;

internal static partial class DeliveryLog
{
    [LoggerMessage(3000, LogLevel.Error, "Message {MessageId} in the queue of receipts is no receipt; it is dropped.")]
    public static partial void NotAReceipt(this ILogger log, string messageId);

    [LoggerMessage(3001, LogLevel.Warning, "{Count} receipts belong to no delivery of ours.")]
    public static partial void ReceiptsOfNothing(this ILogger log, int count);

    [LoggerMessage(3002, LogLevel.Error, "Message {MessageId} in the queue of replies is no reply; it is dropped.")]
    public static partial void NotAReply(this ILogger log, string messageId);

    [LoggerMessage(3003, LogLevel.Information, "{Count} replies came in, {Matched} answer an alert.")]
    public static partial void RepliesTaken(this ILogger log, int count, int matched);

    [LoggerMessage(3004, LogLevel.Warning, "{Count} reports on text messages had not come and were asked for.")]
    public static partial void ReportsFound(this ILogger log, int count);

    [LoggerMessage(3005, LogLevel.Warning, "A provider could not be asked for missing reports: {Reason} It is asked again in a minute.")]
    public static partial void ReportsNotAsked(this ILogger log, string reason);
}
