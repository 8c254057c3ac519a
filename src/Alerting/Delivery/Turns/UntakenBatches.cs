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
    private readonly KnownAlerts<Known> alerts = new(pace);

    /// <inheritdoc />
    public Task<DeliveryBatch?> NextAsync(Overtaker overtaker, CancellationToken cancellationToken) => alerts.LookAsync(
        overtaker.Alert,
        () => BegunAsync(overtaker.Alert.Id, cancellationToken),
        known => NextAsync(known, known.Tiers[overtaker.Tier - 1], cancellationToken),
        cancellationToken);

    /// <inheritdoc />
    public Task TakeBackAsync(Overtaker overtaker, DeliveryBatch batch) =>
        alerts.TellAsync(overtaker.Alert.Id, known => known.Tiers[overtaker.Tier - 1].TakenBack.Enqueue(batch));

    /// <inheritdoc />
    public void Dispose() => alerts.Dispose();

    private async Task<DeliveryBatch?> NextAsync(Known known, Tier tier, CancellationToken cancellationToken)
    {
        if (tier.TakenBack.TryDequeue(out var again))
            return again;
        if (pace.Now < tier.LookAgainAt)
            return null;
        while (known.Begun.Contains(known.NextOf(tier, channel)))
            tier.Next++;
        if (await store.FindPlanAsync(known.NextOf(tier, channel), cancellationToken) is { } plan)
        {
            tier.Next++;
            return plan;
        }

        tier.LookAgainAt = known.IsPlanned ? DateTimeOffset.MaxValue : pace.Now + Overtaking.Pause;
        // Only a look after the end of the planning is the last.
        known.IsPlanned = known.IsPlanned || await store.FindAlertPlanAsync(known.Alert, cancellationToken) is not null;
        return null;
    }

    private async Task<Known> BegunAsync(DeclarationId alert, CancellationToken cancellationToken) =>
        new(alert, (await store.ReadProgressAsync(alert, cancellationToken)).Select(progress => progress.Batch).ToHashSet());

    private sealed record Known(DeclarationId Alert, HashSet<BatchId> Begun)
    {
        public bool IsPlanned { get; set; }

        public Tier[] Tiers { get; } = [new(1), new(2), new(3)];

        public BatchId NextOf(Tier tier, Channel channel) => BatchId.Of(Alert, channel, tier.Number, tier.Next);
    }

    private sealed class Tier(int number)
    {
        public int Number => number;

        public int Next { get; set; }

        public Queue<DeliveryBatch> TakenBack { get; } = new();

        public DateTimeOffset LookAgainAt { get; set; }
    }
}
