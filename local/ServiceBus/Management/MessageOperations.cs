using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;
using Alerting.Local.ServiceBus.Messages;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

/// <summary>Looking at messages, and receiving deferred ones.</summary>
internal static class MessageOperations
{
    private const int MostPeeked = 1000;

    /// <summary>Answers with as many as fit in one message, but at least with one.</summary>
    public static Reply Peek(MessageQueue queue, Map arguments, long maxBytes)
    {
        var count = Math.Clamp(arguments.Int("message-count", 1), 0, MostPeeked);
        var messages = new List();
        long size = 0;
        foreach (var message in queue.Peek(arguments.Long("from-sequence-number"), count))
        {
            var bytes = MessageWriter.Peeked(message);
            size += bytes.Length;
            if (messages.Count > 0 && size > maxBytes) break;
            messages.Add(new Map { ["message"] = bytes });
        }

        return messages.Count > 0 ? Reply.Ok(new Map { ["messages"] = messages }) : Reply.Nothing();
    }

    public static Reply ReceiveDeferred(MessageQueue queue, Map arguments, object owner)
    {
        const int receiveAndDelete = 0;
        var delete = arguments.Int("receiver-settle-mode", 1) == receiveAndDelete;
        var taken = queue.ReceiveDeferred(arguments.Longs("sequence-numbers"), delete, owner);
        if (taken is null) return NotFound("a message with one of these sequence numbers is not deferred here");
        var messages = new List();
        foreach (var message in taken) messages.Add(Entry(message));
        return Reply.Ok(new Map { ["messages"] = messages });
    }

    public static Reply NotFound(string why) => new(404, why, Errors.MessageNotFoundCondition);

    private static Map Entry(QueuedMessage message)
    {
        var entry = new Map { ["message"] = MessageWriter.Deferred(message) };
        if (message.Lock is { } held) entry["lock-token"] = held.Token;
        return entry;
    }
}
