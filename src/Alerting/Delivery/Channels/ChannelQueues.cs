using Alerting.Bus;

namespace Alerting.Delivery.Channels;

/// <summary>Where the batches of each channel wait.</summary>
internal static class ChannelQueues
{
    public static string Queue(this Channel channel) => channel switch
    {
        Channel.Sms => Entities.Sms,
        Channel.Email => Entities.Email,
        Channel.Voice => Entities.Voice,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
