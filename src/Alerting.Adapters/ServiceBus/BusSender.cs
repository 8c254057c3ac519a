using Amqp;

namespace Alerting.Adapters.ServiceBus;

/// <summary>A link that sends to one queue or topic.</summary>
/// <param name="Link">The link.</param>
/// <param name="MaxSize">Most bytes of a message or batch, with a margin.</param>
/// <param name="Right">How long its token is good.</param>
internal sealed record BusSender(SenderLink Link, long MaxSize, BusRight Right);
