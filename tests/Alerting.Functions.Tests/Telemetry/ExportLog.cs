using Microsoft.Extensions.Logging;

namespace Alerting.Functions.Tests.Telemetry;

internal static partial class ExportLog
{
    [LoggerMessage(1, LogLevel.Warning, "Said for the collector.")]
    public static partial void Exported(this ILogger log);
}
