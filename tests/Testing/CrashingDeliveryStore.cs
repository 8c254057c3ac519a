using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;

namespace Alerting.Testing;

/// <summary>The worker is killed at an operation of the store: before it is done, or after it is done and before the worker hears of it.</summary>
public sealed class CrashingDeliveryStore(IDeliveryStore inner) : IDeliveryStore
{
    private readonly Lock gate = new();
    private int left = -1;
    private bool fails;

    /// <summary>Counted from now: the operation at which the worker dies. Even numbers die before it, odd ones after it.</summary>
    public void CrashAt(int half) => (left, fails) = (half, false);

    /// <summary>Likewise, but the store fails that once, and nobody dies.</summary>
    public void FailAt(int half) => (left, fails) = (half, true);

    /// <summary>What happens between an operation and the moment at which the worker hears of it.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>Nobody dies any more.</summary>
    public void StopCrashing() => left = -1;

    public Task<bool> TryPlanAsync(DeliveryBatch batch, CancellationToken cancellationToken) => Do(() => inner.TryPlanAsync(batch, cancellationToken));

    public Task<DeliveryBatch?> FindPlanAsync(BatchId id, CancellationToken cancellationToken) => Do(() => inner.FindPlanAsync(id, cancellationToken));

    public IAsyncEnumerable<DeliveryBatch> ReadPlansAsync(DeclarationId alert, CancellationToken cancellationToken) => inner.ReadPlansAsync(alert, cancellationToken);

    public IAsyncEnumerable<BatchId> ReadPlannedAsync(DeclarationId alert, CancellationToken cancellationToken) => inner.ReadPlannedAsync(alert, cancellationToken);

    public Task FinishPlanAsync(AlertPlan plan, CancellationToken cancellationToken) => Do(() => inner.FinishPlanAsync(plan, cancellationToken));

    public Task<AlertPlan?> FindAlertPlanAsync(DeclarationId alert, CancellationToken cancellationToken) => Do(() => inner.FindAlertPlanAsync(alert, cancellationToken));

    public Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken) => Do(() => inner.TryClaimAsync(claim, cancellationToken));

    public Task AddOutcomesAsync(OutcomeChunk chunk, CancellationToken cancellationToken) => Do(() => inner.AddOutcomesAsync(chunk, cancellationToken));

    public Task AddReceiptsAsync(BatchId batch, string rowName, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken) =>
        Do(() => inner.AddReceiptsAsync(batch, rowName, receipts, cancellationToken));

    public Task AddAcknowledgementsAsync(BatchId batch, string rowName, IReadOnlyList<Acknowledgement> acknowledgements, CancellationToken cancellationToken) =>
        Do(() => inner.AddAcknowledgementsAsync(batch, rowName, acknowledgements, cancellationToken));

    public Task<BatchRecord?> ReadAsync(BatchId id, CancellationToken cancellationToken) => Do(() => inner.ReadAsync(id, cancellationToken));

    public Task KeepProgressAsync(BatchProgress progress, CancellationToken cancellationToken) => Do(() => inner.KeepProgressAsync(progress, cancellationToken));

    public Task<IReadOnlyList<BatchProgress>> ReadProgressAsync(DeclarationId alert, CancellationToken cancellationToken) => Do(() => inner.ReadProgressAsync(alert, cancellationToken));

    public Task KeepLookAsync(CallLook look, CancellationToken cancellationToken) => Do(() => inner.KeepLookAsync(look, cancellationToken));

    public Task<IReadOnlyList<CallLook>> ReadLooksAsync(DeclarationId alert, CancellationToken cancellationToken) => Do(() => inner.ReadLooksAsync(alert, cancellationToken));

    private async Task<T> Do<T>(Func<Task<T>> operation)
    {
        Step();
        var answer = await operation();
        Meanwhile();
        Step();
        return answer;
    }

    private Task<bool> Do(Func<Task> operation) => Do(async () =>
    {
        await operation();
        return true;
    });

    private void Step()
    {
        lock (gate)
        {
            if (left < 0)
                return;
            if (left == 0 && !fails)
                throw new WorkerKilledException();
            if (left-- == 0)
                throw new IOException("The store fails this once.");
        }
    }
}
