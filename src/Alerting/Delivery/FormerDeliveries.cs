namespace Alerting.Delivery;

/// <summary>What became of the earlier deliveries that those of a batch follow, as it stood when a worker took the batch up.</summary>
/// <remarks>Fates are final but for the open ones, and those wait for the next claim; so one reading a claim is enough.</remarks>
internal sealed class FormerDeliveries
{
    private readonly Dictionary<BatchId, BatchState> states;

    private FormerDeliveries(Dictionary<BatchId, BatchState> states) => this.states = states;

    /// <summary>Reads what the open deliveries of a batch follow; nothing for a batch of a plain alert.</summary>
    public static async Task<FormerDeliveries> ReadAsync(BatchState state, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var batches = state.Open.SelectMany(index => state.Plan.Recipients[index].Former ?? []).Select(former => former.Batch).Distinct();
        var states = new Dictionary<BatchId, BatchState>();
        foreach (var batch in batches)
        {
            var record = await store.ReadAsync(batch, cancellationToken)
                ?? throw new InvalidOperationException($"Batch {state.Plan.Id} follows batch {batch}, which has no plan.");
            states[batch] = BatchState.Of(record);
        }

        return new(states);
    }

    /// <summary>What somebody was told before: the latest that he was, or may have been.</summary>
    /// <returns><see cref="Fate.Told"/> without a delivery for whoever follows nothing.</returns>
    public (Fate Fate, DeliveryName? Told) Of(Recipient recipient)
    {
        if (recipient.Former is not { Count: > 0 } former)
            return (Fate.Told, null);
        var fates = former.Select(name => (Fate: states[name.Batch].FateOf(name.Index), Name: name)).ToList();
        if (fates.Any(one => one.Fate == Fate.Open))
            return (Fate.Open, null);
        foreach (var (fate, name) in fates)
            if (fate == Fate.Told)
                return (fate, name);
        return (fates[0].Fate, null);
    }
}
