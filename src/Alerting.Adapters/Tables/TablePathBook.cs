using Alerting.Paths;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The last proofs in table <c>Paths</c>: one row per path.</summary>
public sealed class TablePathBook(AlertingTables tables) : IPathBook
{
    private const string Partition = "paths";
    private readonly TableClient table = tables.Paths;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PathRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<PathRecord>();
        await foreach (var row in table.QueryAsync<TableEntity>(RowRange.Of(Partition), cancellationToken: cancellationToken))
            found.Add(RowContent.Read(row, StoredJson.Default.PathRecord));
        return found;
    }

    /// <inheritdoc />
    public async Task<PathRecord> ChangeAsync(string path, Func<PathRecord, PathRecord> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var kept = await table.GetEntityIfExistsAsync<TableEntity>(Partition, path, cancellationToken: cancellationToken);
            var known = kept.HasValue ? RowContent.Read(kept.Value!, StoredJson.Default.PathRecord) : new(path);
            var changed = change(known);
            if (changed == known || await TryWriteAsync(changed, kept.HasValue ? kept.Value!.ETag : null, cancellationToken))
                return changed;
        }
    }

    // False when somebody wrote in between.
    private async Task<bool> TryWriteAsync(PathRecord record, ETag? read, CancellationToken cancellationToken)
    {
        var row = RowContent.Row(Partition, record.Path, record, StoredJson.Default.PathRecord);
        try
        {
            if (read is { } version)
                await table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellationToken);
            else
                await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsThere() || failure.HasMoved())
        {
            return false;
        }
    }
}
