using System.Runtime.CompilerServices;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;

namespace Alerting.Testing;

/// <summary>Insert-only rows of batches under one lock.</summary>
public sealed class InMemoryDeliveryStore : IDeliveryStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<BatchId, DeliveryBatch> plans = [];
    private readonly Dictionary<DeclarationId, AlertPlan> alerts = [];
    private readonly Dictionary<(BatchId, int), Claim> claims = [];
    private readonly Dictionary<(BatchId, int, int), OutcomeChunk> outcomes = [];
    private readonly OrderedDictionary<(BatchId Batch, string), IReadOnlyList<Receipt>> receipts = [];
    private readonly OrderedDictionary<(BatchId Batch, string), IReadOnlyList<Acknowledgement>> acknowledgements = [];
    private readonly Dictionary<BatchId, BatchProgress> progress = [];
    private readonly Dictionary<BatchId, CallLook> looks = [];

    /// <summary>How often somebody read the counts of an alert.</summary>
    public int ProgressReads { get; private set; }

    /// <summary>How often somebody read all plans of an alert.</summary>
    public int PlanReads { get; private set; }

    /// <summary>Batches whose rows somebody read.</summary>
    public List<BatchId> RowReads { get; } = [];

    public Task<bool> TryPlanAsync(DeliveryBatch batch, CancellationToken cancellationToken) => Locked(() => plans.TryAdd(batch.Id, batch));

    public Task<DeliveryBatch?> FindPlanAsync(BatchId id, CancellationToken cancellationToken) => Locked(() => plans.GetValueOrDefault(id));

    public async IAsyncEnumerable<DeliveryBatch> ReadPlansAsync(DeclarationId alert, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await Locked(() =>
        {
            PlanReads++;
            return plans.Values.Where(plan => plan.Id.Alert == alert).ToList();
        });
        foreach (var plan in found.OrderBy(plan => plan.Id.Value, StringComparer.Ordinal))
            yield return plan;
    }

    public async IAsyncEnumerable<BatchId> ReadPlannedAsync(DeclarationId alert, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await Locked(() => plans.Keys.Where(batch => batch.Alert == alert).ToList());
        foreach (var batch in found.OrderBy(batch => batch.Value, StringComparer.Ordinal))
            yield return batch;
    }

    public Task FinishPlanAsync(AlertPlan plan, CancellationToken cancellationToken) => Locked(() => alerts.TryAdd(plan.Alert, plan));

    public Task<AlertPlan?> FindAlertPlanAsync(DeclarationId alert, CancellationToken cancellationToken) => Locked(() => alerts.GetValueOrDefault(alert));

    public Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken) => Locked(() => claims.TryAdd((claim.Batch, claim.Number), claim));

    public Task AddOutcomesAsync(OutcomeChunk chunk, CancellationToken cancellationToken) =>
        Locked(() => outcomes.TryAdd((chunk.Batch, chunk.Claim, chunk.Number), chunk));

    public Task AddReceiptsAsync(BatchId batch, string rowName, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken) =>
        Locked(() => this.receipts.TryAdd((batch, rowName), receipts));

    public Task AddAcknowledgementsAsync(
        BatchId batch, string rowName, IReadOnlyList<Acknowledgement> acknowledgements, CancellationToken cancellationToken) =>
        Locked(() => this.acknowledgements.TryAdd((batch, rowName), acknowledgements));

    public Task<BatchRecord?> ReadAsync(BatchId id, CancellationToken cancellationToken) =>
        Locked(() =>
        {
            RowReads.Add(id);
            return plans.TryGetValue(id, out var plan) ? Record(plan) : null;
        });

    public Task KeepProgressAsync(BatchProgress progress, CancellationToken cancellationToken) =>
        Locked(() =>
        {
            if (this.progress.GetValueOrDefault(progress.Batch) is { } kept && kept.RowCount >= progress.RowCount)
                return false;
            this.progress[progress.Batch] = progress;
            return true;
        });

    public Task<IReadOnlyList<BatchProgress>> ReadProgressAsync(DeclarationId alert, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<BatchProgress>>(() =>
        {
            ProgressReads++;
            return [.. progress.Values.Where(counts => counts.Batch.Alert == alert)];
        });

    public Task KeepLookAsync(CallLook look, CancellationToken cancellationToken) => Locked(() => looks[look.Texts] = look);

    public Task<IReadOnlyList<CallLook>> ReadLooksAsync(DeclarationId alert, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<CallLook>>(() => [.. looks.Values.Where(look => look.Texts.Alert == alert)]);

    private BatchRecord Record(DeliveryBatch plan) => new(
        plan,
        [.. claims.Values.Where(claim => claim.Batch == plan.Id).OrderBy(claim => claim.Number)],
        [.. outcomes.Values.Where(chunk => chunk.Batch == plan.Id).OrderBy(chunk => chunk.Claim).ThenBy(chunk => chunk.Number)],
        [.. receipts.Where(row => row.Key.Batch == plan.Id).SelectMany(row => row.Value)],
        [.. acknowledgements.Where(row => row.Key.Batch == plan.Id).SelectMany(row => row.Value)]);

    private Task<T> Locked<T>(Func<T> act)
    {
        lock (gate)
            return Task.FromResult(act());
    }
}
