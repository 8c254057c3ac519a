using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Receipts;

namespace Alerting.Delivery.Batches;

/// <summary>The insert-only record of deliveries, and the counts kept beside it.</summary>
public interface IDeliveryStore
{
    /// <summary>Writes the plan of a batch.</summary>
    /// <returns>False when the batch was planned before; the first plan stands.</returns>
    Task<bool> TryPlanAsync(DeliveryBatch batch, CancellationToken cancellationToken);

    /// <summary>The plan of a batch, or null.</summary>
    Task<DeliveryBatch?> FindPlanAsync(BatchId id, CancellationToken cancellationToken);

    /// <summary>All batches planned for an alert, in the order of their ids.</summary>
    IAsyncEnumerable<DeliveryBatch> ReadPlansAsync(DeclarationId alert, CancellationToken cancellationToken);

    /// <summary>The ids of the same in the same order; what they plan is not read.</summary>
    IAsyncEnumerable<BatchId> ReadPlannedAsync(DeclarationId alert, CancellationToken cancellationToken);

    /// <summary>Writes that the whole audience is planned; a second call does nothing.</summary>
    Task FinishPlanAsync(AlertPlan plan, CancellationToken cancellationToken);

    /// <summary>The finished plan of an alert, or null while it is being planned.</summary>
    Task<AlertPlan?> FindAlertPlanAsync(DeclarationId alert, CancellationToken cancellationToken);

    /// <summary>Takes the claim with that number.</summary>
    /// <returns>False when somebody else has it.</returns>
    Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>Adds outcomes; the same chunk written twice is one chunk.</summary>
    Task AddOutcomesAsync(OutcomeChunk chunk, CancellationToken cancellationToken);

    /// <summary>Adds receipts of one batch as one row.</summary>
    /// <param name="batch">The batch; all receipts are of it.</param>
    /// <param name="rowName">Deterministic, so that a repeat adds nothing; at most 100 letters, digits, dots and dashes.</param>
    /// <param name="receipts">1 to 1000.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    Task AddReceiptsAsync(BatchId batch, string rowName, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken);

    /// <summary>Adds acknowledgements of one batch as one row; parameters as for receipts.</summary>
    Task AddAcknowledgementsAsync(BatchId batch, string rowName, IReadOnlyList<Acknowledgement> acknowledgements, CancellationToken cancellationToken);

    /// <summary>Everything written about a batch, or null when it was never planned.</summary>
    Task<BatchRecord?> ReadAsync(BatchId id, CancellationToken cancellationToken);

    /// <summary>Keeps the counts of a batch, unless newer ones (by row count) are kept already.</summary>
    Task KeepProgressAsync(BatchProgress progress, CancellationToken cancellationToken);

    /// <summary>Keeps when somebody must look again at a batch's contacts, in place of what was kept before.</summary>
    Task KeepLookAsync(CallLook look, CancellationToken cancellationToken);

    /// <summary>What was kept for an alert.</summary>
    Task<IReadOnlyList<CallLook>> ReadLooksAsync(DeclarationId alert, CancellationToken cancellationToken);

    /// <summary>The counts of every batch of an alert that has any.</summary>
    Task<IReadOnlyList<BatchProgress>> ReadProgressAsync(DeclarationId alert, CancellationToken cancellationToken);
}
