using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Messages;
using Amqp;
using Amqp.Listener;

namespace Alerting.Local.ServiceBus.Links;

internal sealed class LinkConsumer(ListenerLink link, bool deletesOnReceive) : Consumer
{
    public override bool DeletesOnReceive => deletesOnReceive;

    public override object Owner { get; } = link.Session.Connection;

    public override bool Deliver(QueuedMessage message)
    {
        var outgoing = new OutgoingMessage(message.Lock?.Token ?? Guid.NewGuid());
        return Try(() => link.SendMessage(outgoing, MessageWriter.Delivery(message)));
    }

    public override void Restate(int credit) => Try(() => link.Restate(credit));

    public override void Drain() => Try(link.FinishDrain);

    // A link that is ending refuses everything; its end is told to the queue apart from this.
    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception gone) when (gone is AmqpException or ObjectDisposedException)
        {
            return false;
        }
    }
}
