using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Alerts;

/// <summary>An alert's progress as it was read, and what tells it from another reading.</summary>
/// <param name="Progress">The counts.</param>
/// <param name="Revision">Grows with everything that is written about the alert, and never falls: equal revisions are equal counts.</param>
/// <param name="IsOver">True when every delivery has its end state and nothing more is expected.</param>
public sealed record AlertReading(AlertProgress Progress, long Revision, bool IsOver)
{
    /// <summary>A reading of an alert from which more is expected.</summary>
    /// <param name="plan">The finished plan, or null while planning; read before the counts.</param>
    /// <param name="batches">Counts of every batch that has any.</param>
    public static AlertReading Of(AlertPlan? plan, IReadOnlyList<BatchProgress> batches) =>
        new(AlertProgress.Of(plan, batches), (plan is null ? 0 : 1) + batches.Sum(batch => (long)batch.RowCount), IsOver: false);

    /// <summary>True when the whole audience is planned and every planned delivery has its end state; for a mail that is the sending, which nobody reports on.</summary>
    /// <param name="plan">The finished plan, or null while planning.</param>
    /// <param name="batches">Counts of every batch that has any.</param>
    public static bool IsSettled(AlertPlan? plan, IReadOnlyList<BatchProgress> batches) =>
        plan is not null && batches.Count(batch => batch.Batch.Channel != Channel.Voice) >= plan.Batches && batches.All(HasEnded);

    private static bool HasEnded(BatchProgress batch) =>
        batch.Open == 0
        && (batch.Batch.Channel == Channel.Email || batch.Delivered + batch.Failed + batch.Superseded == batch.Planned);
}
