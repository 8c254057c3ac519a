namespace Alerting.Delivery.Batches;

/// <summary>A worker's exclusive right to send a batch, for a while. Claims of a batch are numbered without gaps; a number exists once.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Until">When it ends by itself; its holder starts no send that could outlast it.</param>
public sealed record Claim(BatchId Batch, int Number, DateTimeOffset At, DateTimeOffset Until);
