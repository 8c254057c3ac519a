using Alerting.Delivery.Batches;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Puts the rows of a batch's partition together.</summary>
internal static class BatchFolding
{
    /// <returns>Null when there is no plan among the rows.</returns>
    public static BatchRecord? Record(IReadOnlyCollection<TableEntity> rows)
    {
        var kinds = rows.ToLookup(DeliveryRows.Kind);
        return kinds[DeliveryRows.Plan].SingleOrDefault() is { } plan
            ? new(
                RowContent.Read(plan, StoredJson.Default.DeliveryBatch),
                [.. kinds[DeliveryRows.Claim].Select(row => RowContent.Read(row, StoredJson.Default.Claim)).OrderBy(claim => claim.Number)],
                [.. kinds[DeliveryRows.Outcome].Select(row => RowContent.Read(row, StoredJson.Default.OutcomeChunk)).OrderBy(chunk => chunk.Claim).ThenBy(chunk => chunk.Number)],
                [.. AsWritten(kinds[DeliveryRows.Receipt]).SelectMany(row => RowContent.Read(row, StoredJson.Default.IReadOnlyListReceipt))],
                [.. AsWritten(kinds[DeliveryRows.Acknowledgement]).SelectMany(row => RowContent.Read(row, StoredJson.Default.IReadOnlyListAcknowledgement))])
            : null;
    }

    private static IOrderedEnumerable<TableEntity> AsWritten(IEnumerable<TableEntity> rows) => rows.OrderBy(row => row.Timestamp);
}
