using Alerting.Readiness;

namespace Alerting.Delivery.Batches;

/// <summary>Keeps beside a batch what its rows tell: the counts, and which addresses are wrong.</summary>
public sealed class BatchBook(IDeliveryStore store, AddressWatch addresses)
{
    /// <summary>Keeps what a fold tells. Whoever adds a row calls it with a fold made after that, so of several writers the last sees everything.</summary>
    public async Task KeepAsync(BatchState state, CancellationToken cancellationToken)
    {
        await store.KeepProgressAsync(state.Progress(), cancellationToken);
        await addresses.LearnAsync(state.Record, cancellationToken);
    }
}
