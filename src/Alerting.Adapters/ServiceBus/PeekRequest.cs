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

    /// <summary>How many messages the answer shows.</summary>
    public static int Count(Message answer) => answer.Body is Map body && body["messages"] is IEnumerable messages ? messages.Cast<object>().Count() : 0;
}
