using Alerting.Calls;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Following;

/// <summary>What became of the earlier deliveries that those of a batch follow, as it stood when a worker took the batch up: of text messages with the calls that followed them.</summary>
/// <remarks>Fates are final but for the open ones, and those wait for the next claim; so one reading a claim is enough.</remarks>
internal sealed class FormerDeliveries
{
    private readonly Dictionary<BatchId, CallHistory> histories;
    private readonly Channel channel;
    private readonly DateTimeOffset now;

    private FormerDeliveries(Dictionary<BatchId, CallHistory> histories, Channel channel, DateTimeOffset now) =>
        (this.histories, this.channel, this.now) = (histories, channel, now);

    /// <summary>Reads what the open deliveries of a batch follow; nothing for a batch of a plain alert.</summary>
    public static async Task<FormerDeliveries> ReadAsync(BatchState state, IDeliveryStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batches = state.Open.SelectMany(index => state.Plan.Recipients[index].Former ?? []).Select(former => former.Batch).Distinct();
        var histories = new Dictionary<BatchId, CallHistory>();
        foreach (var batch in batches)
        {
            histories[batch] = await CallHistory.ReadAsync(store, batch, cancellationToken)
                ?? throw new InvalidOperationException($"Batch {state.Plan.Id} follows batch {batch}, which has no plan.");
        }

        return new(histories, state.Plan.Id.Channel, now);
    }

    /// <summary>What somebody was told before, in writing or by telephone: the latest that he was, or may have been.</summary>
    /// <returns><see cref="Fate.Told"/> without a delivery for whoever follows nothing.</returns>
    public (Fate Fate, DeliveryName? Told) Of(Recipient recipient)
    {
        if (recipient.Former is not { Count: > 0 } former)
            return (Fate.Told, null);
        var fates = former.Select(name => (Fate: FateOf(name, recipient), Name: name)).ToList();
        if (fates.Any(one => one.Fate == Fate.Open))
            return (Fate.Open, null);
        foreach (var (fate, name) in fates)
            if (fate == Fate.Told)
                return (fate, name);
        return (fates[0].Fate, null);
    }

    /// <summary>The provider's names of the calls by which somebody was told before.</summary>
    public IReadOnlyList<string> CallsTo(Recipient recipient) =>
        recipient.Former is not { Count: > 0 } former
            ? []
            : [.. former.SelectMany(name => histories[name.Batch].Rounds).SelectMany(round => round.IdsOf(recipient.Address))];

    private Fate FateOf(DeliveryName name, Recipient recipient)
    {
        var history = histories[name.Batch];
        var written = history.State.FateOf(name.Index);
        var fates = history.Rounds.Select(round => round.FateOf(recipient.Address, now)).OfType<Fate>().Append(written).ToList();
        return fates.Contains(Fate.Open) ? Fate.Open
            : fates.Contains(Fate.Told) ? Fate.Told
            // A number that takes no text messages can be called.
            : written == Fate.Unreachable && channel == Channel.Voice ? Fate.NotTold
            : written;
    }
}
