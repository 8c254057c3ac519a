using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>An answer on its way through the queue.</summary>
internal sealed record ReplyMessage(string? From, string? Text, DateTimeOffset? At, string? ProviderId)
{
    /// <summary>The message for an answer; a repeat of it has the same id.</summary>
    public static BusMessage For(Reply reply) => new(
        reply.ProviderId,
        JsonSerializer.SerializeToUtf8Bytes(new ReplyMessage(reply.From.Value, reply.Text, reply.At, reply.ProviderId), JsonSerializerOptions.Web));

    /// <summary>Reads a message; null when it is none of ours.</summary>
    public static Reply? Read(ReadOnlyMemory<byte> body) =>
        StrictJson.Read<ReplyMessage>(body).Value is { From: { } from, Text: { } text, At: { } at, ProviderId: { } providerId }
            ? new(new(from), text, at, providerId)
            : null;
}
