namespace Alerting.Functions;

internal static partial class HostingLog
{
    [LoggerMessage(1001, LogLevel.Error, "The tables could not be made ready.")]
    public static partial void TablesMissing(this ILogger log, Exception failure);

    [LoggerMessage(1002, LogLevel.Warning, "The tables are still not ready; trying on.")]
    public static partial void TablesStillMissing(this ILogger log);

    [LoggerMessage(1003, LogLevel.Warning, "{Function} refuses message {Message}, delivery {DeliveryCount}: {Rules}")]
    public static partial void Refused(this ILogger log, string function, string message, int deliveryCount, string rules);
}
