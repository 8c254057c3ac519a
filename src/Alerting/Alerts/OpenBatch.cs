using Alerting.Delivery;
using Alerting.Delivery.Batches;

namespace Alerting.Alerts;

/// <summary>A batch without an end, as the audit remembers it: an alert may have thousands.</summary>
/// <param name="Id">The batch.</param>
/// <param name="FirstClaimAt">When it was first taken up; null when nobody has claimed it.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="IsOverdue">True when it should have been taken up by now, were it alone.</param>
public sealed record OpenBatch(BatchId Id, DateTimeOffset? FirstClaimAt, DateTimeOffset PlannedAt, bool IsOverdue)
{
    /// <summary>What matters of a batch.</summary>
    /// <param name="state">Where it stands, not finished.</param>
    /// <param name="pace">The clock.</param>
    /// <param name="deadline">End of the alert's useful life.</param>
    public static OpenBatch Of(BatchState state, BatchPace pace, DateTimeOffset deadline) =>
        new(state.Plan.Id, state.FirstClaimAt, state.Plan.PlannedAt, pace.IsOverdue(state, deadline));
}
