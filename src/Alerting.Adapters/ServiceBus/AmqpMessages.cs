using System.Diagnostics;
using Alerting.Bus;
using Alerting.DeadLetters;
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
    private const string Description = "DeadLetterErrorDescription";
    private const string ReplayOf = "alerting-replay-of";
    private const string Trace = "traceparent";

    public static Message Of(BusMessage message)
    {
        var properties = new Properties { MessageId = message.MessageId, ContentType = message.ContentType };
        if (message.Subject is not null)
            properties.Subject = message.Subject;
        var amqp = new Message { BodySection = new Data { Binary = message.Body.ToArray() }, Properties = properties };
        if ((message.TraceParent ?? CurrentTrace()) is { } trace)
            amqp.ApplicationProperties = new() { [Trace] = trace, ["Diagnostic-Id"] = trace };
        if (message.ReplayOf is { } letter)
            (amqp.ApplicationProperties ??= new())[ReplayOf] = letter;
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

    /// <summary>A message of a dead-letter queue. What its sender wrote may be anything.</summary>
    public static DeadLetter ReadDeadLetter(string entity, Message message)
    {
        var properties = message.Properties ?? new Properties();
        var said = message.ApplicationProperties?.Map ?? [];
        var body = (message.BodySection as Data)?.Binary ?? [];
        return new(
            entity,
            (long)message.MessageAnnotations.Map[new Symbol(SequenceNumber)],
            properties.GetMessageId()?.ToString() ?? "",
            said[Reason] as string ?? "",
            new(DateTime.SpecifyKind((DateTime)message.MessageAnnotations.Map[new Symbol(EnqueuedAt)], DateTimeKind.Utc)),
            (int)(message.Header?.DeliveryCount ?? 0),
            body.Length)
        {
            Description = said[Description] as string,
            Subject = properties.Subject,
            ContentType = properties.ContentType,
            TraceParent = TraceOf(said[Trace] as string ?? said["Diagnostic-Id"] as string),
            ReplayOf = KeptLetter.IsId(said[ReplayOf] as string) ? (string)said[ReplayOf] : null,
            Body = body.Length > DeadLetter.MaxBody ? default(ReadOnlyMemory<byte>) : body,
        };
    }

    private static string? TraceOf(string? text) => ActivityContext.TryParse(text, null, out _) ? text : null;

    private static string? CurrentTrace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;
}
