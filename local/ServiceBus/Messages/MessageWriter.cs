using Alerting.Local.ServiceBus.Engine;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Messages;

/// <summary>Encodes a message for a receiver: the sender's sections plus what the broker knows.</summary>
internal static class MessageWriter
{
    /// <summary>For a receiver that gets the message, locked or for good.</summary>
    public static ByteBuffer Delivery(QueuedMessage message) => Encode(message, withState: false);

    /// <summary>For somebody who only looks: with the state of the message, without its lock.</summary>
    public static byte[] Peeked(QueuedMessage message) => ToArray(Encode(message with { Lock = null }, withState: true));

    /// <summary>For a reply of $management that hands out a deferred message.</summary>
    public static byte[] Deferred(QueuedMessage message) => ToArray(Encode(message, withState: true));

    private static byte[] ToArray(ByteBuffer buffer) => buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();

    private static ByteBuffer Encode(QueuedMessage message, bool withState)
    {
        var content = message.Content;
        var known = content.PropertiesSection.Length + content.ApplicationPropertiesSection.Length + content.Body.Length;
        var buffer = new ByteBuffer(known + 256, autoGrow: true);
        Header(message).Encode(buffer);
        Annotations(message, withState).Encode(buffer);
        Append(buffer, content.PropertiesSection);
        Append(buffer, content.ApplicationPropertiesSection);
        Append(buffer, content.Body);
        return buffer;
    }

    private static Header Header(QueuedMessage message)
    {
        var header = new Header { DeliveryCount = (uint)message.DeliveryCount };
        if (message.Content.Durable) header.Durable = true;
        if (message.Content.Priority is { } priority) header.Priority = priority;
        if (message.TimeToLive is { } life) header.Ttl = (uint)Math.Min(life.TotalMilliseconds, uint.MaxValue);
        return header;
    }

    private static MessageAnnotations Annotations(QueuedMessage message, bool withState)
    {
        var section = new MessageAnnotations();
        foreach (var (name, value) in message.Content.Annotations) Set(section, name, value);
        Set(section, AnnotationNames.SequenceNumber, message.SequenceNumber);
        Set(section, AnnotationNames.EnqueuedSequenceNumber, message.EnqueuedSequenceNumber);
        Set(section, AnnotationNames.EnqueuedTime, message.EnqueuedAt.UtcDateTime);
        if (message.Lock is { } held) Set(section, AnnotationNames.LockedUntil, held.Until.UtcDateTime);
        if (message.DeadLetterSource is { } source) Set(section, AnnotationNames.DeadLetterSource, source);
        if (withState) Set(section, AnnotationNames.State, (int)message.State);
        return section;
    }

    private static void Set(MessageAnnotations section, string name, object? value) => section[new Symbol(name)] = value;

    private static void Append(ByteBuffer buffer, ReadOnlyMemory<byte> section)
    {
        buffer.ValidateWrite(section.Length);
        section.Span.CopyTo(buffer.Buffer.AsSpan(buffer.WritePos));
        buffer.Append(section.Length);
    }
}
