using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alerting.Bus;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Telemetry;

namespace Alerting.Alerts;

/// <summary>Compares what should have been told with what has an end, and drives again what has none. Makes the loss of any message, or of the whole broker, a delay.</summary>
/// <remarks>May run at any time and twice at once: it only wakes planners and workers, and those never tell anybody twice.</remarks>
public sealed class AlertAuditor(IDeclarationStore declarations, IDeliveryStore store, AlertPlanner planner, CallAudit calls, IBus bus, BatchPace pace)
{
    /// <summary>How long after its useful life an alert without its end is still looked at: 30 days, longer than anybody lets an outage last.</summary>
    public static readonly TimeSpan Afterlife = TimeSpan.FromDays(30);

    private const int ReadAtOnce = 16;

    // Alerts that had their end when their time was over: no batch comes to them any more, so this process need not read them again.
    private readonly ConcurrentDictionary<DeclarationId, bool> ended = [];

    /// <summary>Looks at every alert that may have something open.</summary>
    /// <returns>What was found and done, one finding per alert that has something open.</returns>
    /// <exception cref="AggregateException">Some alerts could not be looked at; thrown at the end, so that they keep no other waiting.</exception>
    public async IAsyncEnumerable<AuditFinding> AuditAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (failures, late, redriven) = (new List<Exception>(), 0, 0);
        var approved = await declarations.ListAsync(DeclarationState.Approved, cancellationToken);
        foreach (var declaration in approved.Where(IsDue))
        {
            if (await TryAuditAsync(() => AuditAsync(declaration, approved, cancellationToken), failures, cancellationToken) is not { } finding)
                continue;
            late += finding.IsLate ? 1 : 0;
            redriven += finding.Redriven;
            yield return finding;
        }

        Instruments.AlertsLate.Record(late + failures.Count);
        Instruments.AuditRedriven.Add(redriven);
        if (failures.Count > 0)
            throw new AggregateException($"{failures.Count} alerts could not be audited.", failures);
        Instruments.AuditRuns.Add(1);
    }

    private static async Task<AuditFinding?> TryAuditAsync(Func<Task<AuditFinding?>> audit, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            return await audit();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(failure);
            return null;
        }
    }

    private bool IsDue(Declaration declaration) =>
        pace.IsGraceOver(declaration.Decision!.At) && pace.Now < pace.DeadlineOf(declaration) + Afterlife && !ended.ContainsKey(declaration.Id);

    private bool IsTimeOver(Declaration declaration) => pace.IsGraceOver(pace.DeadlineOf(declaration));

    private async Task<AuditFinding?> AuditAsync(Declaration declaration, IReadOnlyList<Declaration> approved, CancellationToken cancellationToken)
    {
        if (await store.FindAlertPlanAsync(declaration.Id, cancellationToken) is not { } plan)
        {
            await planner.PlanAsync(declaration, cancellationToken);
            return new(declaration.Id, WasPlanned: false, Redriven: 0);
        }

        var progress = await store.ReadProgressAsync(declaration.Id, cancellationToken);
        var finding = await RedriveAsync(declaration, plan, progress, cancellationToken);
        var looks = await calls.LookAsync(declaration, approved, progress, cancellationToken);
        if (finding is null && IsTimeOver(declaration))
            ended.TryAdd(declaration.Id, true);
        return looks == 0 ? finding : (finding ?? new(declaration.Id, WasPlanned: true, Redriven: 0)) with { Redriven = (finding?.Redriven ?? 0) + looks };
    }

    // Rounds of calls are no part of the plan: they have counts from the moment they exist.
    private async Task<AuditFinding?> RedriveAsync(
        Declaration declaration, AlertPlan plan, IReadOnlyList<BatchProgress> progress, CancellationToken cancellationToken)
    {
        var known = progress.Count(batch => batch.Batch.Channel != Channel.Voice);
        if (known == plan.Batches && progress.All(batch => batch.Open == 0))
            return null;
        var finished = progress.Where(batch => batch.Open == 0).Select(batch => batch.Batch).ToHashSet();
        var open = await OpenAsync(declaration, finished, cancellationToken);
        var lost = LostBatches.Of(open, progress, pace);
        foreach (var queue in lost.GroupBy(batch => batch.Channel.Queue()))
            await bus.SendAsync(queue.Key, [.. queue.Select(batch => BatchMessage.Audited(batch, pace.Now))], cancellationToken);
        return new(declaration.Id, WasPlanned: true, lost.Count, open.Count - lost.Count, IsTimeOver(declaration));
    }

    private async Task<List<OpenBatch>> OpenAsync(Declaration declaration, HashSet<BatchId> finished, CancellationToken cancellationToken)
    {
        var ids = new List<BatchId>();
        await foreach (var batch in store.ReadPlannedAsync(declaration.Id, cancellationToken))
            if (!finished.Contains(batch))
                ids.Add(batch);
        var (open, deadline) = (new List<OpenBatch>(), pace.DeadlineOf(declaration));
        foreach (var some in ids.Chunk(ReadAtOnce))
        {
            var records = await Task.WhenAll(some.Select(batch => store.ReadAsync(batch, cancellationToken)));
            open.AddRange(records.OfType<BatchRecord>().Select(record => OpenBatch.Of(BatchState.Of(record), pace, deadline)));
        }

        return open;
    }
}
