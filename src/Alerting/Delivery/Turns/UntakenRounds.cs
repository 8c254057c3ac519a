using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Turns;

/// <summary>Finds rounds of calls by the counts that are kept of each from its planning on, because their numbers have gaps.</summary>
/// <param name="store">Where the counts and plans are.</param>
/// <param name="pace">The clock.</param>
internal sealed class UntakenRounds(IDeliveryStore store, BatchPace pace) : IUntaken
{
    /// <summary>How old the counts of an alert may be: 1 s. A call takes many.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    // The plan is the only row of a batch that nobody has begun.
    private const int Untouched = 1;

    private readonly KnownAlerts<Known> alerts = new(pace);

    /// <inheritdoc />
    public Task<DeliveryBatch?> NextAsync(Overtaker overtaker, CancellationToken cancellationToken) =>
        alerts.LookAsync(overtaker.Alert, () => Task.FromResult(new Known()), known => NextAsync(overtaker, known, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task TakeBackAsync(Overtaker overtaker, DeliveryBatch batch) =>
        alerts.TellAsync(overtaker.Alert.Id, known => known.GivenOut.Remove(batch.Id));

    /// <inheritdoc />
    public void Dispose() => alerts.Dispose();

    private async Task<DeliveryBatch?> NextAsync(Overtaker overtaker, Known known, CancellationToken cancellationToken)
    {
        if (pace.Now >= known.LookAgainAt)
            await CountAsync(overtaker.Alert.Id, known, cancellationToken);
        var next = known.Waiting.FirstOrDefault(round => round.Tier == overtaker.Tier && !known.GivenOut.Contains(round));
        if (next.Value is null)
            return null;
        var plan = await store.FindPlanAsync(next, cancellationToken);
        known.GivenOut.Add(next);
        return plan;
    }

    private async Task CountAsync(DeclarationId alert, Known known, CancellationToken cancellationToken)
    {
        var counts = await store.ReadProgressAsync(alert, cancellationToken);
        known.Waiting = [.. counts.Where(round => round.Batch.Channel == Channel.Voice && round.RowCount == Untouched).Select(round => round.Batch)];
        known.LookAgainAt = pace.Now + Freshness;
    }

    private sealed class Known
    {
        public HashSet<BatchId> GivenOut { get; } = [];

        public IReadOnlyList<BatchId> Waiting { get; set; } = [];

        public DateTimeOffset LookAgainAt { get; set; }
    }
}
