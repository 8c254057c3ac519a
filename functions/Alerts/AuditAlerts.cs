using Alerting.Alerts;
using Alerting.Delivery.Providers;

namespace Alerting.Functions;

/// <summary>Finds deliveries without an end and drives them again.</summary>
internal static class AuditAlerts
{
    public static void MapAuditAlerts(this IEndpointRouteBuilder functions) => functions.MapTimerTrigger(nameof(AuditAlerts), RunAsync);

    private static async Task RunAsync(
        AlertAuditor auditor, SmsProviders providers, IHeartbeat heartbeat, ILogger<AlertAuditor> log, CancellationToken cancellationToken)
    {
        await foreach (var finding in auditor.AuditAsync(cancellationToken).Where(finding => finding.IsLate))
            log.Redriven(finding.Alert.Value, finding.WasPlanned, finding.Redriven, finding.Resting);
        // Weights come back although nobody sends.
        await providers.ReviewAsync(cancellationToken);
        // Last: whatever failed before is heard outside as silence.
        if (await heartbeat.BeatAsync(cancellationToken) is { } reason)
            log.NotHeard(reason);
    }
}
