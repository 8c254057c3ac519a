using Alerting.Local.ServiceBus.Engine;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A client's receiving link: its credit goes to the queue, its dispositions settle messages.</summary>
internal sealed class ConsumerEndpoint : GuardedEndpoint
{
    private readonly MessageQueue queue;
    private readonly LinkConsumer consumer;

    public ConsumerEndpoint(ListenerLink link, MessageQueue queue, bool deletesOnReceive, ILogger log)
        : base(link, log)
    {
        this.queue = queue;
        consumer = new(link, deletesOnReceive);
        queue.Attach(consumer);
        Watch(() => queue.Detach(consumer));
    }

    protected override void Flow(int delta, bool drain) => queue.Flow(consumer, delta, drain);

    protected override void Dispose(Message message, DeliveryState? state, bool settled)
    {
        if (consumer.DeletesOnReceive || message is not OutgoingMessage outgoing) return;
        if (Dispositions.Read(state) is not { } settlement) return;
        var outcome = queue.Settle(outgoing.Token, settlement);
        if (!settled) Link.DisposeMessage(message, Dispositions.Answer(settlement, outcome), settled: true);
    }
}
