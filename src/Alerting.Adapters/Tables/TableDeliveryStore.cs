using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Batches in table <c>Deliveries</c>, their counts in table <c>Progress</c>.</summary>
public sealed class TableDeliveryStore(AlertingTables tables) : IDeliveryStore
{
    // A page is held whole, and a plan is some 12 KB.
    private const int PlansInPage = 50;

    private readonly TableClient deliveries = tables.Deliveries;
    private readonly TableClient progress = tables.Progress;
    private readonly KeptProgress kept = new(tables.Progress);

    /// <inheritdoc />
    public Task<bool> TryPlanAsync(DeliveryBatch batch, CancellationToken cancellationToken) =>
        OnceOnly.TryInsertAsync(deliveries, DeliveryRows.Of(batch), cancellationToken);

    /// <inheritdoc />
    public async Task<DeliveryBatch?> FindPlanAsync(BatchId id, CancellationToken cancellationToken)
    {
        var found = await deliveries.GetEntityIfExistsAsync<TableEntity>(id.Value, DeliveryRows.PlanKey(id), cancellationToken: cancellationToken);
        return found.HasValue ? RowContent.Read(found.Value!, StoredJson.Default.DeliveryBatch) : null;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<DeliveryBatch> ReadPlansAsync(DeclarationId alert, CancellationToken cancellationToken) =>
        deliveries.QueryAsync<TableEntity>(DeliveryRows.PlansOf(alert), PlansInPage, cancellationToken: cancellationToken)
            .Select(row => RowContent.Read(row, StoredJson.Default.DeliveryBatch));

    /// <inheritdoc />
    public IAsyncEnumerable<BatchId> ReadPlannedAsync(DeclarationId alert, CancellationToken cancellationToken) =>
        deliveries.QueryAsync<TableEntity>(DeliveryRows.PlansOf(alert), select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellationToken)
            .Select(row => DeliveryRows.BatchOf(row));

    /// <inheritdoc />
    public Task FinishPlanAsync(AlertPlan plan, CancellationToken cancellationToken) =>
        OnceOnly.InsertAsync(progress, ProgressRows.Of(plan), cancellationToken);

    /// <inheritdoc />
    public async Task<AlertPlan?> FindAlertPlanAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        var found = await progress.GetEntityIfExistsAsync<TableEntity>(alert.Value, ProgressRows.PlanKey(alert), cancellationToken: cancellationToken);
        return found.HasValue ? RowContent.Read(found.Value!, StoredJson.Default.AlertPlan) : null;
    }

    /// <inheritdoc />
    public Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        OnceOnly.TryInsertAsync(deliveries, DeliveryRows.Of(claim), cancellationToken);

    /// <inheritdoc />
    public Task AddOutcomesAsync(OutcomeChunk chunk, CancellationToken cancellationToken) =>
        OnceOnly.InsertAsync(deliveries, DeliveryRows.Of(chunk), cancellationToken);

    /// <inheritdoc />
    public Task AddReceiptsAsync(BatchId batch, string rowName, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken) =>
        OnceOnly.InsertAsync(deliveries, DeliveryRows.Of(batch, rowName, receipts), cancellationToken);

    /// <inheritdoc />
    public Task AddAcknowledgementsAsync(
        BatchId batch, string rowName, IReadOnlyList<Acknowledgement> acknowledgements, CancellationToken cancellationToken) =>
        OnceOnly.InsertAsync(deliveries, DeliveryRows.Of(batch, rowName, acknowledgements), cancellationToken);

    /// <inheritdoc />
    public async Task<BatchRecord?> ReadAsync(BatchId id, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in deliveries.QueryAsync<TableEntity>(RowRange.Of(id.Value), cancellationToken: cancellationToken))
            rows.Add(row);
        return BatchFolding.Record(rows);
    }

    /// <inheritdoc />
    public Task KeepProgressAsync(BatchProgress progress, CancellationToken cancellationToken) =>
        kept.KeepAsync(progress, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<BatchProgress>> ReadProgressAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        var found = new List<BatchProgress>();
        await foreach (var row in progress.QueryAsync<TableEntity>(RowRange.Of(alert.Value), cancellationToken: cancellationToken))
        {
            if (!ProgressRows.IsPlan(row))
                found.Add(RowContent.Read(row, StoredJson.Default.BatchProgress));
        }

        return found;
    }

    /// <inheritdoc />
    public Task KeepLookAsync(CallLook look, CancellationToken cancellationToken) =>
        progress.UpsertEntityAsync(ProgressRows.Of(look), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<CallLook>> ReadLooksAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        var found = new List<CallLook>();
        await foreach (var row in progress.QueryAsync<TableEntity>(RowRange.Of(ProgressRows.LooksOf(alert)), cancellationToken: cancellationToken))
            found.Add(RowContent.Read(row, StoredJson.Default.CallLook));
        return found;
    }
}
