using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Receipts;

/// <summary>One report of a provider.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Index">The delivery, by its index in the batch.</param>
/// <param name="Kind">What is reported.</param>
/// <param name="At">When it reached us.</param>
/// <param name="ProviderId">The provider's name of the message.</param>
/// <param name="Code">The provider's reason, when it failed.</param>
/// <param name="IsAddressAtFault">Whether the reason is the address's own and lasts, so that nothing will ever arrive there; null when it is not, or nobody says so.</param>
public sealed record Receipt(
    BatchId Batch, int Index, ReceiptKind Kind, DateTimeOffset At, string ProviderId, string? Code = null, bool? IsAddressAtFault = null)
{
    /// <summary>Names the report, whenever it reaches us: a repeat has the same.</summary>
    public string Name() => $"{ProviderId}/{Kind}/{Code}";
}
