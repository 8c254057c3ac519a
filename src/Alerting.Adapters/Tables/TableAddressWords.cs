using System.Security.Cryptography;
using System.Text;
using Alerting.Readiness;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Words on addresses in table <c>Addresses</c>: one row per address that was rejected once. Personal data.</summary>
public sealed class TableAddressWords(AlertingTables tables) : IAddressWords
{
    private const string Partition = "addresses";
    private const string At = "At";
    private readonly TableClient table = tables.Addresses;

    /// <inheritdoc />
    public async Task KeepAsync(AddressWord word, CancellationToken cancellationToken)
    {
        var row = RowContent.Row(Partition, Key(word), word, StoredJson.Default.AddressWord);
        row[At] = word.At.UtcTicks;
        while (!await TryKeepAsync(row, word.At.UtcTicks, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<AddressWord>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<AddressWord>();
        await foreach (var row in table.QueryAsync<TableEntity>(RowRange.Of(Partition), cancellationToken: cancellationToken))
            found.Add(RowContent.Read(row, StoredJson.Default.AddressWord));
        return found;
    }

    // False when somebody wrote in between.
    private async Task<bool> TryKeepAsync(TableEntity row, long at, CancellationToken cancellationToken)
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, [At], cancellationToken);
        if (kept.HasValue && kept.Value!.GetInt64(At) >= at)
            return true;
        try
        {
            if (kept.HasValue)
                await table.UpdateEntityAsync(row, kept.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
            else
                await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsThere() || failure.HasMoved())
        {
            return false;
        }
    }

    // Keys of rows appear in logs of the storage; an address must not.
    private static string Key(AddressWord word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word.Address.Value)));
}
