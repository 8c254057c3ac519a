namespace Alerting.Delivery.Batches;

/// <summary>Outcomes that a claim's holder writes together: one row.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Claim">Number of the claim under which was sent.</param>
/// <param name="Number">Number of the chunk under that claim, from 0.</param>
/// <param name="Outcomes">1 to 100.</param>
public sealed record OutcomeChunk(BatchId Batch, int Claim, int Number, IReadOnlyList<Outcome> Outcomes);
