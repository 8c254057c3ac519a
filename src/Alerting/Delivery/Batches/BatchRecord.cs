using Alerting.Delivery.Receipts;

namespace Alerting.Delivery.Batches;

/// <summary>Everything written about a batch so far. State is a fold over it: see <c>BatchState</c>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Claims">By number.</param>
/// <param name="Outcomes">By claim and number.</param>
/// <param name="Receipts">In the order they were written, which is not the order of events.</param>
/// <param name="Acknowledgements">Likewise.</param>
public sealed record BatchRecord(
    DeliveryBatch Plan,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<OutcomeChunk> Outcomes,
    IReadOnlyList<Receipt> Receipts,
    IReadOnlyList<Acknowledgement> Acknowledgements);
