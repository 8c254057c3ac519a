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

    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly Dictionary<DeclarationId, Known> alerts = [];

    /// <inheritdoc />
    public async Task<DeliveryBatch?> NextAsync(Overtaker overtaker, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            var known = await KnownAsync(overtaker.Alert, cancellationToken);
            var next = known.Waiting.FirstOrDefault(round => round.Tier == overtaker.Tier && !known.GivenOut.Contains(round));
            return next.Value is not null && known.GivenOut.Add(next) ? await store.FindPlanAsync(next, cancellationToken) : null;
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => looking.Dispose();

    private async Task<Known> KnownAsync(Declaration alert, CancellationToken cancellationToken)
    {
        if (!alerts.TryGetValue(alert.Id, out var known))
        {
            foreach (var over in alerts.Where(other => other.Value.Deadline <= pace.Now).ToList())
                alerts.Remove(over.Key);
            known = alerts[alert.Id] = new(pace.DeadlineOf(alert));
        }

        if (pace.Now < known.LookAgainAt)
            return known;
        var counts = await store.ReadProgressAsync(alert.Id, cancellationToken);
        known.Waiting = [.. counts.Where(round => round.Batch.Channel == Channel.Voice && round.RowCount == Untouched).Select(round => round.Batch)];
        known.LookAgainAt = pace.Now + Freshness;
        return known;
    }

    private sealed class Known(DateTimeOffset deadline)
    {
        public DateTimeOffset Deadline => deadline;

        public HashSet<BatchId> GivenOut { get; } = [];

        public IReadOnlyList<BatchId> Waiting { get; set; } = [];

        public DateTimeOffset LookAgainAt { get; set; }
    }
}
