using System.Globalization;
using Alerting.Delivery.Providers;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Shifts of weight in table <c>Shifts</c>: one row each, never changed, the newest first.</summary>
public sealed class TableShifts(AlertingTables tables) : IShiftStore
{
    private const string Partition = "sms";

    /// <inheritdoc />
    public Task<bool> TryAddAsync(ProviderShift shift, CancellationToken cancellationToken) =>
        OnceOnly.TryInsertAsync(tables.Shifts, RowContent.Row(Partition, Key(shift.Number), shift, StoredJson.Default.ProviderShift), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProviderShift>> ReadLatestAsync(int limit, CancellationToken cancellationToken)
    {
        var found = new List<ProviderShift>();
        await foreach (var row in tables.Shifts.QueryAsync<TableEntity>(RowRange.Of(Partition), limit, cancellationToken: cancellationToken))
        {
            found.Add(RowContent.Read(row, StoredJson.Default.ProviderShift));
            if (found.Count == limit)
                break;
        }

        return found;
    }

    // Rows come in the order of their keys, so the key counts down.
    private static string Key(int number) => (int.MaxValue - number).ToString("D10", CultureInfo.InvariantCulture);
}
