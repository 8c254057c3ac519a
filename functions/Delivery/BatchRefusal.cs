using Alerting.Delivery.Channels;

namespace Alerting.Functions;

/// <summary>Why a message cannot wake a worker.</summary>
internal static class BatchRefusal
{
    public static Refused NotABatch(Channel channel) => Refused.For(Problem.Invalid(
        "not-a-batch", "", $"The body must be the id of a delivery batch of {channel.ToString().ToLowerInvariant()}, such as 20190318-7K3Q9F.sms.1.00003."));
}
