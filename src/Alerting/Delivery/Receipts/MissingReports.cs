using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Receipts;

/// <summary>When a provider is asked what became of text messages that nobody reported on. Pure.</summary>
/// <remarks>
/// A report comes once. While this app or the broker is away it is lost, and who was not reached would wait for a call that nobody makes.
/// A telephone that is off, or a carrier that reports nothing, looks the same; so a batch is asked for three times and no more.
/// </remarks>
/// <param name="within">How long a report may take.</param>
public sealed class MissingReports(TimeSpan within)
{
    /// <summary>How long after its last send a batch is asked for at all: a day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // As often as the time that a report may take.
    private static readonly int[] Moments = [1, 6, 24];

    /// <summary>True when a moment to ask has come since the batch was asked for last.</summary>
    /// <param name="batch">Its counts.</param>
    /// <param name="asked">When it was asked for last; null for never.</param>
    /// <param name="now">The present.</param>
    public bool IsDue(BatchProgress batch, DateTimeOffset? asked, DateTimeOffset now)
    {
        if (batch.Batch.Channel != Channel.Sms || batch.LastSentAt is not { } sentAt || now > sentAt + Longest || Missing(batch) <= 0)
            return false;
        return Moments.Select(times => sentAt + (within * times)).Any(moment => moment <= now && !(moment <= asked));
    }

    /// <summary>The deliveries that were taken by a provider and of which nobody reported an end.</summary>
    public static IEnumerable<Outcome> Of(BatchState state) =>
        state.Deliveries.Index()
            .Where(delivery => delivery.Item == DeliveryState.Sent)
            .Select(delivery => state.OutcomeOf(delivery.Index))
            .OfType<Outcome>()
            .Where(outcome => outcome is { Kind: OutcomeKind.Sent, Provider: not null, ProviderId: not null });

    private static int Missing(BatchProgress batch) => batch.Planned - batch.Delivered - batch.Failed - batch.Superseded - batch.Open;
}
