namespace Alerting.Functions;

internal static partial class AlertsLog
{
    [LoggerMessage(4000, LogLevel.Warning, "The audit found alert {Alert} not in order (planned before: {WasPlanned}); batches driven again: {Redriven}, batches that wait for their turn or their next try: {Resting}.")]
    public static partial void Redriven(this ILogger log, string alert, bool wasPlanned, int redriven, int resting);

    [LoggerMessage(4001, LogLevel.Warning, "The audit went through, but whoever watches for it could not be told ({Reason}); he may raise the alarm.")]
    public static partial void NotHeard(this ILogger log, string reason);
}
