using Amqp;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A message on its way to a receiver; the delivery is tagged with its token.</summary>
internal sealed class OutgoingMessage(Guid token) : Message
{
    public Guid Token { get; } = token;
}
