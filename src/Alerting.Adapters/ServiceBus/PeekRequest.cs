using System.Collections;
using Amqp;
using Amqp.Types;

namespace Alerting.Adapters.ServiceBus;

/// <summary>The request to look at messages without taking them.</summary>
internal static class PeekRequest
{
    public static Message Of(long fromSequenceNumber, int count) => new(new Map { ["from-sequence-number"] = fromSequenceNumber, ["message-count"] = count })
    {
        ApplicationProperties = new() { ["operation"] = "com.microsoft:peek-message" },
    };

    /// <summary>The messages of the answer, encoded; none when there are no more.</summary>
    public static List<byte[]> Read(Message answer) =>
        answer.Body is Map body && body["messages"] is IEnumerable messages
            ? [.. messages.Cast<Map>().Select(entry => (byte[])entry["message"])]
            : [];
}
