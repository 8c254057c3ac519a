using System.Globalization;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The rows of table <c>Deliveries</c>: one partition per batch, every row key begins with the batch's id.</summary>
internal static class DeliveryRows
{
    public const string Plan = "plan";
    public const string Claim = "claim";
    public const string Outcome = "outcome";
    public const string Receipt = "receipt";
    public const string Acknowledgement = "ack";
    private const string KindProperty = "Kind";

    public static TableEntity Of(DeliveryBatch batch) =>
        Named(RowContent.Row(batch.Id.Value, PlanKey(batch.Id), batch, StoredJson.Default.DeliveryBatch), Plan);

    public static TableEntity Of(Claim claim) =>
        Named(RowContent.Row(claim.Batch.Value, Key(claim.Batch, Claim, Number(claim.Number, 3)), claim, StoredJson.Default.Claim), Claim);

    public static TableEntity Of(OutcomeChunk chunk)
    {
        var name = $"{Number(chunk.Claim, 3)}.{Number(chunk.Number, 4)}";
        return Named(RowContent.Row(chunk.Batch.Value, Key(chunk.Batch, Outcome, name), chunk, StoredJson.Default.OutcomeChunk), Outcome);
    }

    public static TableEntity Of(BatchId batch, string name, IReadOnlyList<Receipt> receipts) =>
        Named(RowContent.Row(batch.Value, Key(batch, Receipt, name), receipts, StoredJson.Default.IReadOnlyListReceipt), Receipt);

    public static TableEntity Of(BatchId batch, string name, IReadOnlyList<Acknowledgement> acknowledgements) =>
        Named(
            RowContent.Row(batch.Value, Key(batch, Acknowledgement, name), acknowledgements, StoredJson.Default.IReadOnlyListAcknowledgement),
            Acknowledgement);

    public static string PlanKey(BatchId batch) => $"{batch}.{Plan}";

    public static string Kind(TableEntity row) => row.GetString(KindProperty);

    public static string PlansOf(DeclarationId alert) => RowRange.OfPartitions($"{alert}.") + TableClient.CreateQueryFilter($" and Kind eq {Plan}");

    public static BatchId BatchOf(TableEntity row) =>
        BatchId.TryParse(row.PartitionKey, out var batch) ? batch : throw new InvalidDataException($"Partition {row.PartitionKey} is no batch.");

    private static TableEntity Named(TableEntity row, string kind)
    {
        row[KindProperty] = kind;
        return row;
    }

    private static string Key(BatchId batch, string kind, string name) => $"{batch}.{kind}.{name}";

    private static string Number(int number, int digits) => number.ToString($"D{digits}", CultureInfo.InvariantCulture);
}
