using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Benchmarks;

/// <summary>What would be done without summaries: every row of every delivery batch is read and folded.</summary>
internal sealed class ProgressScan(IDeliveryStore store)
{
    private const int AtOnce = 16;

    public async Task<AlertReading> ReadAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        var plan = await store.FindAlertPlanAsync(alert, cancellationToken);
        var batches = await store.ReadPlansAsync(alert, cancellationToken).ToListAsync(cancellationToken);
        var counts = new BatchProgress[batches.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, counts.Length, parallel, async (number, stop) =>
            counts[number] = BatchState.Of((await store.ReadAsync(batches[number].Id, stop))!).Progress());
        return AlertReading.Of(plan, counts);
    }
}
