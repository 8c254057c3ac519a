using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>The key that confirms a call, on its way through the queue.</summary>
internal sealed record KeyMessage(string? Batch, int? Index, DateTimeOffset? At, string? ProviderId)
{
    /// <summary>The message for a key; a repeat of it has the same id.</summary>
    public static BusMessage For(Acknowledgement key) => new(
        key.ProviderId,
        JsonSerializer.SerializeToUtf8Bytes(new KeyMessage(key.Batch.Value, key.Index, key.At, key.ProviderId), JsonSerializerOptions.Web));

    /// <summary>Reads a message; null when it is none of ours.</summary>
    public static Acknowledgement? Read(ReadOnlyMemory<byte> body) =>
        StrictJson.Read<KeyMessage>(body).Value is { Index: { } index, At: { } at, ProviderId: { } providerId } message
        && BatchId.TryParse(message.Batch, out var batch)
            ? new(batch, index, at, providerId)
            : null;
}
