using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Alerting.Adapters.Tables;
using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How long does it take to say how far an alert of N deliveries is: from the summaries, and by reading every delivery?</summary>
internal sealed class ProgressReading(RunningSystem system, ProgressOptions options)
{
    private const int Reads = 200;
    private const int Scans = 5;

    /// <returns>0 when both ways give the same counts.</returns>
    public async Task<int> RunAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        var store = new TableDeliveryStore(LocalTables.Of(system));
        var desk = new StaffDesk(system);
        // The record stands before the approval, so the app finds its alert planned and sends nothing.
        var id = await desk.ProposeAsync(cancellationToken);
        var alert = DeclarationId.TryParse(id, out var parsed) ? parsed : throw new InvalidOperationException($"{id} is no id of a declaration.");
        await new ProgressRecord(store, alert, TimeProvider.System).WriteAsync(options.Recipients, cancellationToken);
        await desk.ApproveAsync(id, cancellationToken);

        var scan = new ProgressScan(store);
        var isSame = await SummariesAsync(store, alert, cancellationToken) == await scan.ReadAsync(alert, cancellationToken);
        using var http = await system.ClientAsync("auditor", cancellationToken);
        var overHttp = await ProgressTimes.OfAsync(Reads, () => http.GetStringAsync($"api/alerts/{id}", cancellationToken));
        var summaries = await ProgressTimes.OfAsync(Reads, () => SummariesAsync(store, alert, cancellationToken));
        var scanned = await ProgressTimes.OfAsync(Scans, () => scan.ReadAsync(alert, cancellationToken));
        Print(writer, isSame, overHttp, summaries, scanned);
        return isSame ? 0 : 1;
    }

    private static async Task<AlertReading> SummariesAsync(TableDeliveryStore store, DeclarationId alert, CancellationToken cancellationToken)
    {
        var plan = await store.FindAlertPlanAsync(alert, cancellationToken);
        return AlertReading.Of(plan, await store.ReadProgressAsync(alert, cancellationToken));
    }

    private void Print(TextWriter writer, bool isSame, ProgressTimes overHttp, ProgressTimes summaries, ProgressTimes scanned)
    {
        var ratio = Math.Round(scanned.P50Ms / summaries.P50Ms, 1);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"progress: an alert of {options.Recipients} deliveries, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}"));
        foreach (var (what, times) in new[] { ("GET /api/alerts/{id}", overHttp), ("summaries, from the store", summaries), ("every delivery, from the store", scanned) })
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-32} p50 {times.P50Ms,8:F1} ms   p99 {times.P99Ms,8:F1} ms   of {times.Reads}"));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  deliveries / summaries {ratio}, {(isSame ? "the same counts" : "THE COUNTS DIFFER")}"));
        if (options.Json)
            writer.WriteLine(JsonSerializer.Serialize(new { options.Recipients, Http = overHttp, Summaries = summaries, Scan = scanned, Ratio = ratio, IsSame = isSame }, JsonSerializerOptions.Web));
    }
}
