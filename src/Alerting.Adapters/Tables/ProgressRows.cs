using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The rows of table <c>Progress</c>: one partition per alert, one row per batch, and one for the finished plan; in a second partition one row per look.</summary>
internal static class ProgressRows
{
    private const string RowCount = "RowCount";

    public static string PlanKey(DeclarationId alert) => $"{alert}.plan";

    public static TableEntity Of(AlertPlan plan) => RowContent.Row(plan.Alert.Value, PlanKey(plan.Alert), plan, StoredJson.Default.AlertPlan);

    /// <summary>Looks have a partition of their own, so that progress is read without them.</summary>
    public static string LooksOf(DeclarationId alert) => $"{alert}.looks";

    public static TableEntity Of(CallLook look) => RowContent.Row(LooksOf(look.Texts.Alert), $"{look.Texts}.look", look, StoredJson.Default.CallLook);

    public static bool IsPlan(TableEntity row) => row.RowKey.EndsWith(".plan", StringComparison.Ordinal);

    /// <summary>Keeps the counts unless newer ones are kept.</summary>
    public static async Task KeepAsync(TableClient table, BatchProgress progress, CancellationToken cancellationToken)
    {
        var row = RowContent.Row(progress.Batch.Alert.Value, progress.Batch.Value, progress, StoredJson.Default.BatchProgress);
        row[RowCount] = progress.RowCount;
        // The first fold of a batch sees the plan, a claim and an outcome: so few rows mean that nothing is kept yet.
        if (progress.RowCount <= 3 && await TryInsertAsync(table, row, cancellationToken))
            return;
        while (!await TryKeepAsync(table, row, progress.RowCount, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<bool> TryKeepAsync(TableClient table, TableEntity row, int rowCount, CancellationToken cancellationToken)
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, [RowCount], cancellationToken);
        if (!kept.HasValue)
            return await TryInsertAsync(table, row, cancellationToken);
        return kept.Value!.GetInt32(RowCount) >= rowCount || await TryReplaceAsync(table, row, kept.Value.ETag, cancellationToken);
    }

    private static async Task<bool> TryInsertAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsThere())
        {
            return false;
        }
    }

    private static async Task<bool> TryReplaceAsync(TableClient table, TableEntity row, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.HasMoved())
        {
            return false;
        }
    }
}
