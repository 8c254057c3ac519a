using System.Diagnostics;
using Alerting.Bus;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Adapters.ServiceBus;

/// <summary>Our messages in the broker's form, and back.</summary>
internal static class AmqpMessages
{
    private const uint BatchFormat = 0x80013700;
    private const string ScheduledFor = "x-opt-scheduled-enqueue-time";
    private const string SequenceNumber = "x-opt-sequence-number";
    private const string EnqueuedAt = "x-opt-enqueued-time";
    private const string Reason = "DeadLetterReason";

    public static Message Of(BusMessage message)
    {
        var properties = new Properties { MessageId = message.MessageId, ContentType = message.ContentType };
        if (message.Subject is not null)
            properties.Subject = message.Subject;
        var amqp = new Message { BodySection = new Data { Binary = message.Body.ToArray() }, Properties = properties };
        if ((message.TraceParent ?? CurrentTrace()) is { } trace)
            amqp.ApplicationProperties = new() { ["traceparent"] = trace, ["Diagnostic-Id"] = trace };
        if (message.NotBefore is { } moment)
            amqp.MessageAnnotations = new() { [new Symbol(ScheduledFor)] = moment.UtcDateTime };
        return amqp;
    }

    /// <summary>Several messages as one: the broker takes all or none.</summary>
    /// <param name="encoded">At least one, each as it would be sent alone.</param>
    /// <param name="first">The first of them, whose properties the envelope repeats.</param>
    public static Message Batch(IEnumerable<ByteBuffer> encoded, BusMessage first)
    {
        var list = new DataList();
        foreach (var message in encoded)
            list.Add(new Data { Buffer = message });
        return new Message { BodySection = list, Format = BatchFormat, Properties = new Properties { MessageId = first.MessageId } };
    }

    public static DeadLetter ReadDeadLetter(string entity, byte[] encoded)
    {
        var message = Message.Decode(new ByteBuffer(encoded, 0, encoded.Length, encoded.Length));
        return new(
            entity,
            NumberOf(message),
            message.Properties?.GetMessageId()?.ToString() ?? "",
            message.ApplicationProperties?.Map[Reason] as string ?? "",
            new(DateTime.SpecifyKind((DateTime)message.MessageAnnotations.Map[new Symbol(EnqueuedAt)], DateTimeKind.Utc)),
            (int)(message.Header?.DeliveryCount ?? 0),
            (message.BodySection as Data)?.Binary.Length ?? 0);
    }

    private static long NumberOf(Message message) => (long)message.MessageAnnotations.Map[new Symbol(SequenceNumber)];

    private static string? CurrentTrace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;
}
