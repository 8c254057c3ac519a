using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Telemetry;

namespace Alerting.Functions;

/// <summary>Measures what is wrong with the directory. Looks only when somebody listens.</summary>
internal static class MeasureReadiness
{
    public static void MapMeasureReadiness(this IEndpointRouteBuilder functions) =>
        functions.MapTimerTrigger(nameof(MeasureReadiness), RunAsync);

    private static async Task RunAsync(IDirectory directory, AddressWatch addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Instruments.ReadinessFindings.Enabled)
            return;
        var words = await addresses.ReadAsync(cancellationToken);
        var snapshot = await directory.ReadAsync(cancellationToken);
        var counts = ReadinessCheck.Of(snapshot.Bodies, words, time.GetUtcNow()).CountBy(finding => finding.Kind).ToDictionary();
        foreach (var kind in Enum.GetValues<FindingKind>())
            Instruments.ReadinessFindings.Record(counts.GetValueOrDefault(kind), new KeyValuePair<string, object?>(TagNames.Finding, TagNames.Word(kind)));
    }
}
