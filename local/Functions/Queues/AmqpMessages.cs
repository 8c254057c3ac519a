using Alerting.Local.Functions.Envelopes;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.Functions.Queues;

/// <summary>Reads a received AMQP message the way the Service Bus client does.</summary>
internal static class AmqpMessages
{
    public static ReceivedMessage Read(Message message)
    {
        var enqueued = Time(message, "x-opt-enqueued-time") ?? default;
        var properties = message.Properties ?? new();
        return new(new Guid(message.DeliveryTag), (int)(message.Header?.DeliveryCount ?? 0) + 1, Annotation<long>(message, "x-opt-sequence-number"))
        {
            Body = Body(message.BodySection),
            DeadLetterSource = Annotation<string>(message, "x-opt-deadletter-source"),
            EnqueuedTime = enqueued,
            ExpiresAt = Expiry(enqueued, TimeToLive(message)),
            LockedUntil = Time(message, "x-opt-locked-until") ?? default,
            MessageId = properties.GetMessageId()?.ToString(),
            ContentType = properties.ContentType,
            ReplyTo = properties.ReplyTo,
            To = properties.To,
            Subject = properties.Subject,
            CorrelationId = properties.GetCorrelationId()?.ToString(),
            SessionId = properties.GroupId,
            ReplyToSessionId = properties.ReplyToGroupId,
            PartitionKey = Annotation<string>(message, "x-opt-partition-key"),
            TransactionPartitionKey = Annotation<string>(message, "x-opt-via-partition-key"),
            ApplicationProperties = message.ApplicationProperties?.Map
                .ToDictionary(p => p.Key.ToString()!, p => p.Value is Symbol symbol ? (object?)(string)symbol : p.Value) ?? []
        };
    }

    /// <summary>A message that never expires ends at the maximum date.</summary>
    internal static DateTimeOffset Expiry(DateTimeOffset enqueued, TimeSpan? timeToLive) =>
        timeToLive is { } time && time < DateTimeOffset.MaxValue - enqueued ? enqueued + time : DateTimeOffset.MaxValue;

    private static TimeSpan? TimeToLive(Message message)
    {
        var properties = message.Properties;
        if (properties is { AbsoluteExpiryTime: var end, CreationTime: var start } && end > start && start > DateTime.UnixEpoch)
            return end - start;
        return message.Header is { Ttl: > 0 and < uint.MaxValue } header ? TimeSpan.FromMilliseconds(header.Ttl) : null;
    }

    private static object? Body(RestrictedDescribed section) => section switch
    {
        Data data => data.Binary,
        DataList list => Joined(list),
        AmqpValue value => value.Value,
        _ => section
    };

    private static byte[] Joined(DataList list)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < list.Count; i++)
            bytes.AddRange(list[i].Binary);
        return [.. bytes];
    }

    private static T? Annotation<T>(Message message, string name) =>
        message.MessageAnnotations?.Map[new Symbol(name)] is T value ? value : default;

    private static DateTimeOffset? Time(Message message, string name) =>
        message.MessageAnnotations?.Map[new Symbol(name)] is DateTime moment ? new DateTimeOffset(moment.ToUniversalTime()) : null;
}
