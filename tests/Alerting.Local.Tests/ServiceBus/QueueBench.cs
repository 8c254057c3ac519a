using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Messages;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>A queue on a clock that only the test moves, with what tests do to it.</summary>
internal sealed class QueueBench : IDisposable
{
    public QueueBench(QueueSettings? settings = null) => Queue = MessageQueue.Create("q", settings ?? new(), Time);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2019, 3, 18, 11, 0, 0, TimeSpan.Zero));

    public MessageQueue Queue { get; }

    public static MessageContent Message(string id = "m") => new() { MessageId = id };

    public FakeConsumer Receiver(int credit = 1, bool deletes = false, object? owner = null) => Receiver(Queue, credit, deletes, owner);

    public static FakeConsumer Receiver(MessageQueue queue, int credit = 1, bool deletes = false, object? owner = null)
    {
        var consumer = new FakeConsumer(deletes, owner);
        queue.Attach(consumer);
        queue.Flow(consumer, credit, drain: false);
        return consumer;
    }

    /// <summary>Sends one message and receives it.</summary>
    public FakeConsumer Held(int credit = 1, object? owner = null)
    {
        Queue.Send(Message());
        return Receiver(credit, owner: owner);
    }

    public QueuedMessage? DeadLetter() => Queue.DeadLetters!.Peek(0, 1).SingleOrDefault();

    public void Pass(TimeSpan span) => Time.Advance(span);

    public void Dispose() => Queue.Dispose();
}
