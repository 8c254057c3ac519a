using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>What messages can be sent to: a queue or a topic.</summary>
internal interface ISendTarget
{
    /// <summary>Takes a message, or passes over it in silence when it is a duplicate. Returns its sequence number.</summary>
    long Send(MessageContent content);

    /// <summary>Takes back scheduled messages: all of them, or none (false) when one is not scheduled.</summary>
    bool CancelScheduled(IReadOnlyCollection<long> numbers);
}
