using Amqp.Handler;
using Amqp;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>Tags deliveries with lock tokens and tells when a connection is gone.</summary>
internal sealed class ConnectionEvents(Action<Connection> gone) : IHandler
{
    public bool CanHandle(EventId id) => id is EventId.SendDelivery or EventId.ConnectionAccept;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent.Context is IDelivery { Message: OutgoingMessage message } delivery)
        {
            // 16 bytes in this order: clients read the lock token from the tag.
            delivery.Tag = message.Token.ToByteArray();
        }
        else if (protocolEvent.Id == EventId.ConnectionAccept)
        {
            var connection = protocolEvent.Connection;

            // The library holds locks of its own when it tells; see ConsumerEndpoint.
            connection.AddClosedCallback((_, _) => ThreadPool.QueueUserWorkItem(gone, connection, preferLocal: false));
        }
    }
}
