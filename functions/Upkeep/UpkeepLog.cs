namespace Alerting.Functions;

internal static partial class UpkeepLog
{
    [LoggerMessage(5000, LogLevel.Warning, "The sweep sent {Count} messages that had been left in the outbox.")]
    public static partial void Swept(this ILogger log, int count);
}
