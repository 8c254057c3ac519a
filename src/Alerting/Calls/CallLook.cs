using Alerting.Delivery.Batches;

namespace Alerting.Calls;

/// <summary>When somebody must look again at who of a batch of text messages is called. The audit finds by it what the broker lost.</summary>
/// <param name="Texts">The batch of text messages.</param>
/// <param name="At">The moment; null when nothing can come of it any more.</param>
public sealed record CallLook(BatchId Texts, DateTimeOffset? At);
