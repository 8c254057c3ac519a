using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Alerts;

/// <summary>How far an alert has got.</summary>
/// <param name="IsPlanned">True when the whole audience is known; until then the planned counts still grow.</param>
/// <param name="Sms">Text messages.</param>
/// <param name="Email">Emails.</param>
/// <param name="Voice">Calls, counted by attempt: delivered means answered, acknowledged that the key was pressed.</param>
public sealed record AlertProgress(bool IsPlanned, ChannelProgress Sms, ChannelProgress Email, ChannelProgress Voice)
{
    /// <summary>Adds up the counts of the batches.</summary>
    /// <param name="plan">The finished plan, or null while planning.</param>
    /// <param name="batches">Counts of every batch that has any.</param>
    public static AlertProgress Of(AlertPlan? plan, IReadOnlyList<BatchProgress> batches) => new(
        plan is not null,
        ChannelProgress.Of(plan?.Sms, [.. batches.Where(batch => batch.Batch.Channel == Channel.Sms)]),
        ChannelProgress.Of(plan?.Email, [.. batches.Where(batch => batch.Batch.Channel == Channel.Email)]),
        ChannelProgress.Of(null, [.. batches.Where(batch => batch.Batch.Channel == Channel.Voice)]));
}
