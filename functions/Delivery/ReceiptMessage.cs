using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>A receipt on its way through the queue.</summary>
internal sealed record ReceiptMessage(string? Batch, int? Index, string? Kind, DateTimeOffset? At, string? ProviderId, string? Code)
{
    /// <summary>The message for a receipt. The provider repeats its reports; the same report has the same id, so the broker drops the repeat.</summary>
    public static BusMessage For(Receipt receipt) => new(
        $"{receipt.ProviderId}.{receipt.Kind}.{receipt.Code}",
        JsonSerializer.SerializeToUtf8Bytes(
            new ReceiptMessage(receipt.Batch.Value, receipt.Index, $"{receipt.Kind}", receipt.At, receipt.ProviderId, receipt.Code),
            JsonSerializerOptions.Web));

    /// <summary>Reads a message; null when it is none of ours.</summary>
    public static Receipt? Read(ReadOnlyMemory<byte> body) =>
        StrictJson.Read<ReceiptMessage>(body).Value is { Index: { } index, At: { } at, ProviderId: { } providerId } message
        && BatchId.TryParse(message.Batch, out var batch)
        && Enum.TryParse<ReceiptKind>(message.Kind, out var kind)
            ? new(batch, index, kind, at, providerId, message.Code)
            : null;
}
