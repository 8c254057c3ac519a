namespace Alerting.Delivery.Batches;

/// <summary>Names one delivery.</summary>
/// <param name="Batch">Its batch.</param>
/// <param name="Index">Its index there.</param>
public readonly record struct DeliveryName(BatchId Batch, int Index);
