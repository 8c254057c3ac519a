using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Queues;

/// <summary>When a batch of messages is large enough to be handed over.</summary>
/// <param name="Max">Most messages in it.</param>
/// <param name="Enough">With so many nobody waits for more.</param>
/// <param name="Patience">How long one waits for them after the first.</param>
internal sealed record BatchSize(int Max, int Enough, TimeSpan Patience)
{
    /// <summary>How long the client waits for more after the first message, when the host asks for no minimum.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    public static BatchSize Of(ServiceBusOptions options, int? triggersMax)
    {
        var max = triggersMax ?? options.MaxMessageBatchSize;
        return options.MinMessageBatchSize > 1
            ? new(max, Math.Min(options.MinMessageBatchSize, max), options.MaxBatchWaitTime)
            : UpTo(max);
    }

    public static BatchSize UpTo(int max) => new(max, max, Gathering);
}
