using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Turns;

/// <summary>Finds batches of text messages or emails by their numbers, which have no gaps within a tier.</summary>
/// <param name="channel">Channel of the batches.</param>
/// <param name="store">Where the plans are.</param>
/// <param name="pace">The clock.</param>
internal sealed class UntakenBatches(Channel channel, IDeliveryStore store, BatchPace pace) : IUntaken
{
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly Dictionary<DeclarationId, Known> alerts = [];

    /// <inheritdoc />
    public async Task<DeliveryBatch?> NextAsync(Overtaker overtaker, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            var known = await KnownAsync(overtaker.Alert, cancellationToken);
            return await NextAsync(known, known.Tiers[overtaker.Tier - 1], cancellationToken);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => looking.Dispose();

    private async Task<DeliveryBatch?> NextAsync(Known known, Tier tier, CancellationToken cancellationToken)
    {
        if (pace.Now < tier.LookAgainAt)
            return null;
        while (true)
        {
            var id = BatchId.Of(known.Alert, channel, tier.Number, tier.Next++);
            if (known.Begun.Contains(id))
                continue;
            if (await store.FindPlanAsync(id, cancellationToken) is { } plan)
                return plan;
            tier.Next--;
            tier.LookAgainAt = known.IsPlanned ? DateTimeOffset.MaxValue : pace.Now + Overtaking.Pause;
            // Only a look after the end of the planning is the last.
            known.IsPlanned = known.IsPlanned || await store.FindAlertPlanAsync(known.Alert, cancellationToken) is not null;
            return null;
        }
    }

    private async Task<Known> KnownAsync(Declaration alert, CancellationToken cancellationToken)
    {
        if (alerts.TryGetValue(alert.Id, out var known))
            return known;
        foreach (var over in alerts.Values.Where(other => other.Deadline <= pace.Now).ToList())
            alerts.Remove(over.Alert);
        var begun = (await store.ReadProgressAsync(alert.Id, cancellationToken)).Select(progress => progress.Batch).ToHashSet();
        return alerts[alert.Id] = new(alert.Id, pace.DeadlineOf(alert), begun);
    }

    private sealed record Known(DeclarationId Alert, DateTimeOffset Deadline, HashSet<BatchId> Begun)
    {
        public bool IsPlanned { get; set; }

        public Tier[] Tiers { get; } = [new(1), new(2), new(3)];
    }

    private sealed class Tier(int number)
    {
        public int Number => number;

        public int Next { get; set; }

        public DateTimeOffset LookAgainAt { get; set; }
    }
}
