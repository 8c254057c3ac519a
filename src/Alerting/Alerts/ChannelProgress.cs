using Alerting.Delivery.Batches;

namespace Alerting.Alerts;

/// <summary>How far one channel of an alert has got.</summary>
/// <param name="Planned">All deliveries; while planning, those of the batches begun.</param>
/// <param name="Open">Neither sent nor ended: still to do. 0 when the channel is done, once all is planned.</param>
/// <param name="Sent">Taken by the provider, whatever came later: one that was reported as not arrived is in <paramref name="Failed"/>, too.</param>
/// <param name="Delivered">Reported as arrived.</param>
/// <param name="Failed">Rejected, given up or reported as not arrived.</param>
/// <param name="Superseded">Not sent because the declaration lost its force.</param>
/// <param name="Acknowledged">Answered by a human.</param>
/// <param name="FirstSentAt">First send; null before it.</param>
/// <param name="LastSentAt">Latest send; null before the first.</param>
public sealed record ChannelProgress(
    int Planned,
    int Open,
    int Sent,
    int Delivered,
    int Failed,
    int Superseded,
    int Acknowledged,
    DateTimeOffset? FirstSentAt,
    DateTimeOffset? LastSentAt)
{
    /// <summary>Adds up the counts of batches of one channel.</summary>
    /// <param name="planned">How many there are, once all are planned; null before, and for calls.</param>
    /// <param name="batches">Those that have counts: a batch that nobody has taken up has none, and is open.</param>
    public static ChannelProgress Of(int? planned, IReadOnlyList<BatchProgress> batches) => new(
        planned ?? batches.Sum(batch => batch.Planned),
        (planned ?? batches.Sum(batch => batch.Planned)) - batches.Sum(batch => batch.Planned - batch.Open),
        batches.Sum(batch => batch.Sent),
        batches.Sum(batch => batch.Delivered),
        batches.Sum(batch => batch.Failed),
        batches.Sum(batch => batch.Superseded),
        batches.Sum(batch => batch.Acknowledged),
        batches.Min(batch => batch.FirstSentAt),
        batches.Max(batch => batch.LastSentAt));
}
