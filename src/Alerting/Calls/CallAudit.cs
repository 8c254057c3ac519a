using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Calls;

/// <summary>Finds batches of text messages at whose contacts somebody should have looked by now, and lets somebody look.</summary>
public sealed class CallAudit(IDeliveryStore store, IBus bus, BatchPace pace, CallOptions options)
{
    private readonly CallPolicy policy = new(options);

    /// <summary>Asks for the looks that are late.</summary>
    /// <param name="declaration">An approved declaration whose audience is planned.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="progress">The counts of its batches.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many were late.</returns>
    public async Task<int> LookAsync(
        Declaration declaration, IReadOnlyList<Declaration> approved, IReadOnlyList<BatchProgress> progress, CancellationToken cancellationToken)
    {
        if (policy.ReachOf(declaration, approved) == CallReach.Nobody || pace.Now >= pace.DeadlineOf(declaration))
            return 0;
        var looks = (await store.ReadLooksAsync(declaration.Id, cancellationToken)).ToDictionary(look => look.Texts);
        var late = progress
            .Where(batch => batch.Batch.Channel == Channel.Sms && IsLate(batch, looks.GetValueOrDefault(batch.Batch)))
            .Select(batch => batch.Batch)
            .ToList();
        if (late.Count > 0)
            await bus.SendAsync(Entities.PlanCalls, [.. late.Select(batch => BatchMessage.Look(batch, pace.Now))], cancellationToken);
        return late.Count;
    }

    /// <summary>True while contacts may still be called: somebody has yet to look at a batch of text messages.</summary>
    /// <param name="declaration">An approved declaration whose audience is planned.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="progress">The counts of its batches.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> IsExpectedAsync(
        Declaration declaration, IReadOnlyList<Declaration> approved, IReadOnlyList<BatchProgress> progress, CancellationToken cancellationToken)
    {
        if (policy.ReachOf(declaration, approved) == CallReach.Nobody || pace.Now >= pace.DeadlineOf(declaration) || Standing.LostBy(declaration, approved, pace.Now) is not null)
            return false;
        var looks = (await store.ReadLooksAsync(declaration.Id, cancellationToken)).ToDictionary(look => look.Texts);
        return progress.Any(batch => batch.Batch.Channel == Channel.Sms && looks.GetValueOrDefault(batch.Batch) is not { At: null });
    }

    // Whoever sends a batch looks right after it. One with counts may still be being sent.
    private bool IsLate(BatchProgress texts, CallLook? look) => look is null
        ? texts.Open == 0 && pace.IsGraceOver(texts.LastSentAt ?? DateTimeOffset.MinValue)
        : look.At is { } at && pace.IsGraceOver(at);
}
