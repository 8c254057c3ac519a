using System.Threading.Channels;
using Alerting.Local.Functions.Envelopes;

namespace Alerting.Local.Functions.Queues;

/// <summary>A stream of locked messages whose receiver says how many it can take.</summary>
internal interface IMessageSource
{
    ChannelReader<ReceivedMessage> Messages { get; }

    void Grant(int messages);

    /// <summary>Takes back what is left of the granted number.</summary>
    void Drain(int left);

    Task SettleAsync(IReadOnlyList<ReceivedMessage> messages, Settlement settlement);

    /// <summary>The new end of the lock.</summary>
    Task<DateTimeOffset> RenewAsync(ReceivedMessage message);
}
