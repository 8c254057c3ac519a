using Amqp;

namespace Alerting.Adapters.ServiceBus;

/// <summary>A link that sends to one queue or topic.</summary>
/// <param name="Link">The link.</param>
/// <param name="MaxSize">Most bytes of a message or batch, with a margin.</param>
/// <param name="RenewAt">When its token should be renewed: well before the broker ends the link for it.</param>
internal sealed record BusSender(SenderLink Link, long MaxSize, DateTimeOffset RenewAt);
