using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>A receipt on its way through the queue, where those that came at the same time share a message.</summary>
internal sealed record ReceiptMessage(string? Batch, int? Index, string? Kind, DateTimeOffset? At, string? ProviderId, string? Code, bool? IsAddressAtFault)
{
    /// <summary>The message for receipts. When the provider repeats the report of one that was alone, it has the same id, and the broker drops the repeat.</summary>
    public static BusMessage For(IReadOnlyList<Receipt> receipts) => new(
        JointName.Of(receipts.Select(receipt => receipt.Name())),
        JsonSerializer.SerializeToUtf8Bytes([.. receipts.Select(Of)], QueueJson.Default.ReceiptMessageArray));

    /// <summary>Reads a message; null when there is none of ours in it.</summary>
    public static IReadOnlyList<Receipt>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var all = JsonSerializer.Deserialize(body.Span, QueueJson.Default.ReceiptMessageArray) ?? [];
            List<Receipt> receipts = [.. all.Select(message => message?.Receipt()).OfType<Receipt>()];
            return receipts.Count > 0 ? receipts : null;
        }
        catch (JsonException)
        {
            // Somebody else's; the caller tells of it.
            return null;
        }
    }

    private static ReceiptMessage Of(Receipt receipt) =>
        new(receipt.Batch.Value, receipt.Index, $"{receipt.Kind}", receipt.At, receipt.ProviderId, receipt.Code, receipt.IsAddressAtFault);

    private Receipt? Receipt() =>
        Index is { } index && At is { } at && ProviderId is { } providerId
        && BatchId.TryParse(Batch, out var batch)
        && Enum.TryParse<ReceiptKind>(Kind, out var kind)
            ? new(batch, index, kind, at, providerId, Code, IsAddressAtFault)
            : null;
}
