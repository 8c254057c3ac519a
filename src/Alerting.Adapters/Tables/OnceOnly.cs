using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Inserts a row that must exist once, and tells its writer whether it was the one.</summary>
internal static class OnceOnly
{
    private const string Writer = "Writer";

    /// <returns>False when the row of another writer stands there.</returns>
    public static async Task<bool> TryInsertAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        var writer = Guid.NewGuid();
        row[Writer] = writer;
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsThere())
        {
            // The client repeats a request whose answer was lost: then the row that stands there is our own.
            var there = await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, [Writer], cancellationToken);
            return there.Value.GetGuid(Writer) == writer;
        }
    }

    /// <summary>Inserts a row whose content is the same whoever writes it.</summary>
    public static async Task InsertAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.IsThere())
        {
            // The first one stands.
        }
    }
}
