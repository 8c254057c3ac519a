using Alerting.Alerts;

namespace Alerting.Functions;

/// <summary>Finds deliveries without an end and drives them again.</summary>
internal static class AuditAlerts
{
    public static void MapAuditAlerts(this IEndpointRouteBuilder functions) => functions.MapTimerTrigger(nameof(AuditAlerts), RunAsync);

    private static async Task RunAsync(AlertAuditor auditor, DeadLetterCount letters, ILogger<AlertAuditor> log, CancellationToken cancellationToken)
    {
        foreach (var finding in await auditor.AuditAsync(cancellationToken))
            log.Redriven(finding.Alert.Value, finding.WasPlanned, finding.Redriven);
        await letters.MeasureAsync(cancellationToken);
    }
}
