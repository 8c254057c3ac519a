using System.Collections.Concurrent;
using Alerting.Delivery.Batches;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Keeps the counts of batches, newer over older. Remembers the rows it wrote, so that whoever writes alone needs one request each time.</summary>
internal sealed class KeptProgress(TableClient table)
{
    private const int MostRemembered = 4096;
    private const string RowCount = "RowCount";

    private readonly ConcurrentDictionary<BatchId, Kept> remembered = new();

    /// <summary>Keeps the counts unless newer ones are kept.</summary>
    public async Task KeepAsync(BatchProgress progress, CancellationToken cancellationToken)
    {
        var row = ProgressRows.Of(progress);
        row[RowCount] = progress.RowCount;
        var there = remembered.TryGetValue(progress.Batch, out var last) ? last : null;
        while (there is null || there.RowCount < progress.RowCount)
        {
            var written = there is null ? await InsertAsync(row, cancellationToken) : await ReplaceAsync(row, there.ETag, cancellationToken);
            if (written is { } etag)
            {
                Remember(progress, etag);
                return;
            }

            there = await ReadAsync(row, cancellationToken);
        }
    }

    private async Task<ETag?> InsertAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return (await table.AddEntityAsync(row, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.IsThere())
        {
            return null;
        }
    }

    private async Task<ETag?> ReplaceAsync(TableEntity row, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            return (await table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.HasMoved())
        {
            return null;
        }
    }

    private async Task<Kept?> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var there = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, [RowCount], cancellationToken);
        return there.HasValue ? new(there.Value!.GetInt32(RowCount) ?? 0, there.Value.ETag) : null;
    }

    // Of two writers at once either may come last here; the loser's word is found out by its next write.
    private void Remember(BatchProgress progress, ETag etag)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[progress.Batch] = new(progress.RowCount, etag);
    }

    private sealed record Kept(int RowCount, ETag ETag);
}
