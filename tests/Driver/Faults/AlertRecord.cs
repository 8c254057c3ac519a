using Alerting.Adapters.Tables;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Ledger;

namespace Alerting.Testing.Faults;

/// <summary>The record of a running system, read row by row from its tables and held to what staff see and to what the provider took.</summary>
/// <param name="system">What wrote it.</param>
internal sealed class AlertRecord(RunningSystem system)
{
    private readonly AlertingTables tables = LocalTables.Of(system);

    /// <summary>How much does not agree: batches whose rows tell other counts than are kept of them, numbers that were told by only one of record and provider, links of the ledger that do not hold.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="told">The numbers of which the provider has a message of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> DisagreementsAsync(string alert, IReadOnlySet<string> told, CancellationToken cancellationToken)
    {
        var store = new TableDeliveryStore(tables);
        var folds = await FoldsAsync(store, new(alert), cancellationToken);
        var kept = (await store.ReadProgressAsync(new(alert), cancellationToken)).ToDictionary(counts => counts.Batch);
        var recorded = folds.Where(batch => batch.Plan.Id.Channel == Channel.Sms).SelectMany(Told).ToHashSet();
        return folds.Count(batch => batch.Progress() != kept.GetValueOrDefault(batch.Plan.Id))
            + recorded.Except(told).Count()
            + told.Except(recorded).Count()
            + await BrokenLinksAsync(cancellationToken);
    }

    private static async Task<List<BatchState>> FoldsAsync(TableDeliveryStore store, DeclarationId alert, CancellationToken cancellationToken)
    {
        var folds = new List<BatchState>();
        await foreach (var plan in store.ReadPlansAsync(alert, cancellationToken))
            folds.Add(BatchState.Of((await store.ReadAsync(plan.Id, cancellationToken))!));
        return folds;
    }

    private static IEnumerable<string> Told(BatchState batch) => batch.Plan.Recipients.Index()
        .Where(recipient => batch.Deliveries[recipient.Index] is DeliveryState.Sent or DeliveryState.Delivered)
        .Select(recipient => recipient.Item.Address.Value);

    private async Task<int> BrokenLinksAsync(CancellationToken cancellationToken)
    {
        var declarations = new TableDeclarationStore(tables, TimeProvider.System);
        var (broken, sequence, hash) = (0, 0L, LedgerHead.Genesis);
        await foreach (var entry in declarations.ReadLedgerAsync(1, cancellationToken))
        {
            if (!LedgerChain.Follows(entry, sequence, hash))
                broken++;
            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        var head = await declarations.ReadHeadAsync(cancellationToken);
        return (head.Sequence, head.Hash) == (sequence, hash) ? broken : broken + 1;
    }
}
