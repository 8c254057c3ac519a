namespace Alerting.Functions;

internal static partial class DeadLettersLog
{
    [LoggerMessage(6000, LogLevel.Warning, "The broker gave up {Count} messages; they are in the record now, for somebody to replay or dismiss.")]
    public static partial void Drained(this ILogger log, int count);
}
