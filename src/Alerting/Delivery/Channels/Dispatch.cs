using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Channels;

/// <summary>One delivery about to be sent.</summary>
/// <param name="Plan">Its batch.</param>
/// <param name="Index">Its index there.</param>
/// <param name="Declaration">What the alert tells; to somebody who was never told what it corrects, as if it followed nothing.</param>
/// <param name="Deadline">End of the alert's useful life.</param>
/// <param name="AskedOf">For a delivery in doubt, the only provider that may have taken it; null when each may.</param>
/// <param name="RefusedBy">The provider that has just certainly not taken it.</param>
public readonly record struct Dispatch(
    DeliveryBatch Plan, int Index, Declaration Declaration, DateTimeOffset Deadline, string? AskedOf = null, string? RefusedBy = null)
{
    /// <summary>The earlier delivery to the same address that this one corrects or withdraws; null for none.</summary>
    public DeliveryName? Follows { get; init; }

    /// <summary>It was tried under an earlier claim.</summary>
    public bool WasTried { get; init; }

    /// <summary>It was tried before.</summary>
    public bool IsRepeat => WasTried || RefusedBy is not null;

    /// <summary>The provider's names of calls by which the one that this delivery follows was told; none of them is this delivery.</summary>
    public IReadOnlyList<string> FormerCalls { get; init; } = [];

    /// <summary>To whom.</summary>
    public Recipient Recipient => Plan.Recipients[Index];
}
