using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Messages;

/// <summary>Cuts encoded messages, single or in a batch envelope, into <see cref="MessageContent"/>.</summary>
internal static class MessageReader
{
    /// <summary>The message format of a batch: each Data section of the body is a whole message.</summary>
    public const uint BatchFormat = 0x80013700;

    /// <summary>All messages of one transfer; null when the bytes are not AMQP, with the reason in <paramref name="problem"/>.</summary>
    public static IReadOnlyList<MessageContent>? Read(ReadOnlyMemory<byte> bytes, uint format, out string problem)
    {
        try
        {
            problem = "";
            return format == BatchFormat ? [.. Batch(bytes).Select(One)] : [One(bytes)];
        }
        catch (Exception fault) when (IsDecoding(fault))
        {
            problem = $"the message cannot be decoded: {fault.Message}";
            return null;
        }
    }

    /// <summary>Whether this is what AMQPNetLite's decoder throws on bytes that are not what they claim.</summary>
    public static bool IsDecoding(Exception fault) =>
        fault is FormatException or AmqpException or InvalidOperationException or InvalidCastException
            or ArgumentException or IndexOutOfRangeException or OverflowException or NotSupportedException
            or NullReferenceException;

    private static IEnumerable<ReadOnlyMemory<byte>> Batch(ReadOnlyMemory<byte> envelope)
    {
        var sections = new SectionReader(envelope);
        while (!sections.AtEnd)
        {
            // The envelope repeats the properties of its first message; only its data counts.
            if (sections.Read(out _) is Data data) yield return data.Binary;
        }
    }

    private static MessageContent One(ReadOnlyMemory<byte> bytes)
    {
        var sections = new SectionReader(bytes);
        var content = new MessageContent { MessageId = "" };
        while (!sections.AtEnd && !SectionCodes.IsBody(sections.Peek()))
        {
            content = Add(content, sections.Read(out var encoded), encoded);
        }

        content = content with { Body = sections.Rest };
        return content.MessageId.Length > 0 ? content : Named(content, new Properties());
    }

    private static MessageContent Add(MessageContent content, object section, ReadOnlyMemory<byte> encoded) => section switch
    {
        Header header => Headed(content, header),
        DeliveryAnnotations => content,
        MessageAnnotations annotations => Annotated(content, annotations),
        Properties properties => Described(content, properties, encoded),
        ApplicationProperties properties => content with
        {
            ApplicationProperties = Entries(properties.Map),
            ApplicationPropertiesSection = encoded,
        },
        _ => throw new FormatException($"unexpected section {section.GetType().Name}"),
    };

    private static MessageContent Headed(MessageContent content, Header header) => content with
    {
        Durable = header.Durable,
        Priority = header.HasField(1) ? header.Priority : null,
        TimeToLive = header.HasField(2) && header.Ttl > 0 ? TimeSpan.FromMilliseconds(header.Ttl) : null,
    };

    private static MessageContent Annotated(MessageContent content, MessageAnnotations annotations)
    {
        var entries = Entries(annotations.Map);
        var due = entries.TryGetValue(AnnotationNames.ScheduledTime, out var value) && value is DateTime time
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
            : (DateTimeOffset?)null;
        var own = entries.Where(entry => !AnnotationNames.OfBroker.Contains(entry.Key));
        return content with { ScheduledAt = due, Annotations = own.ToDictionary() };
    }

    private static MessageContent Described(MessageContent content, Properties properties, ReadOnlyMemory<byte> encoded)
    {
        var id = MessageContent.Text(properties.GetMessageId());
        var described = content with
        {
            MessageId = id ?? "",
            CorrelationId = MessageContent.Text(properties.GetCorrelationId()),
            To = properties.To,
            ReplyTo = properties.ReplyTo,
            Subject = properties.Subject,
            SessionId = properties.GroupId,
            ReplyToSessionId = properties.ReplyToGroupId,
            ContentType = properties.ContentType,
            PropertiesSection = encoded,
        };
        return string.IsNullOrEmpty(id) ? Named(described, properties) : described;
    }

    // Clients settle and renew by message id, so a message that came without one is given one.
    private static MessageContent Named(MessageContent content, Properties properties)
    {
        properties.MessageId = Guid.NewGuid().ToString("N");
        var buffer = new ByteBuffer(128, autoGrow: true);
        properties.Encode(buffer);
        return content with
        {
            MessageId = properties.MessageId,
            PropertiesSection = buffer.Buffer.AsMemory(buffer.Offset, buffer.Length),
        };
    }

    // Keys may come as strings or symbols; indexing the map by the wrong one throws.
    private static Dictionary<string, object?> Entries(Map map)
    {
        var entries = new Dictionary<string, object?>(map.Count);
        foreach (var (key, value) in map) entries[key.ToString()!] = value;
        return entries;
    }
}
