namespace Alerting.Delivery.Batches;

/// <summary>The plan of up to 100 deliveries of one channel and tier. Written once, never changed; a delivery is named by batch and index.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Recipients">In sending order; the index in this list is the delivery's index. 1 to 100.</param>
/// <param name="PlannedAt">When.</param>
public sealed record DeliveryBatch(BatchId Id, IReadOnlyList<Recipient> Recipients, DateTimeOffset PlannedAt)
{
    /// <summary>Most deliveries in a batch: what a storage transaction, a broker message and a claim can bear at once.</summary>
    public const int MaxSize = 100;
}
