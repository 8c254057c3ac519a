using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Receipts;

/// <summary>A human answered the alert's code from the address it went to.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Index">The delivery, by its index in the batch.</param>
/// <param name="At">When the answer reached us.</param>
/// <param name="ProviderId">The provider's name of the answer; a repeat has the same.</param>
public sealed record Acknowledgement(BatchId Batch, int Index, DateTimeOffset At, string ProviderId);
