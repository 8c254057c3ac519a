using System.Collections.Concurrent;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Providers;

namespace Alerting.Delivery.Receipts;

/// <summary>Writes down what providers and people report, a row per batch for everything that came together.</summary>
/// <param name="store">Where.</param>
/// <param name="book">Keeps what they tell.</param>
/// <param name="providers">Who hears how long messages were on their way; null when nobody does.</param>
public sealed class ReceiptBook(IDeliveryStore store, BatchBook book, SmsProviders? providers = null)
{
    private const int KeptSizes = 4096;

    // What came within a second may be of a thousand batches; one after the other they could outlast the lock of their messages.
    private const int BatchesAtOnce = 8;

    private readonly ConcurrentDictionary<BatchId, int> sizes = new();

    /// <summary>Adds receipts, in any order, repeated or late; those of unknown batches or deliveries are left out.</summary>
    /// <returns>How many belonged to a delivery.</returns>
    public async Task<int> RecordAsync(IReadOnlyCollection<Receipt> receipts, CancellationToken cancellationToken)
    {
        var known = 0;
        await Parallel.ForEachAsync(receipts.GroupBy(receipt => receipt.Batch), Together(cancellationToken), async (batch, stop) =>
            Interlocked.Add(ref known, await RecordAsync(batch.Key, batch, stop)));
        return known;
    }

    /// <summary>Adds answers of people; likewise.</summary>
    public async Task AcknowledgeAsync(IReadOnlyCollection<Acknowledgement> acknowledgements, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(acknowledgements.GroupBy(acknowledgement => acknowledgement.Batch), Together(cancellationToken), async (batch, stop) =>
        {
            await store.AddAcknowledgementsAsync(batch.Key, JointName.Of(batch.Select(acknowledgement => acknowledgement.ProviderId)), [.. batch], stop);
            await KeepAsync(batch.Key, stop);
        });
    }

    private static ParallelOptions Together(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken };

    private async Task<int> RecordAsync(BatchId batch, IEnumerable<Receipt> receipts, CancellationToken cancellationToken)
    {
        if (await SizeOfAsync(batch, cancellationToken) is not { } size)
            return 0;
        var fitting = receipts.Where(receipt => receipt.Index >= 0 && receipt.Index < size).Distinct().ToList();
        foreach (var chunk in fitting.Chunk(1000))
            await store.AddReceiptsAsync(batch, JointName.Of(chunk.Select(receipt => receipt.Name())), chunk, cancellationToken);
        if (await KeepAsync(batch, cancellationToken) is { } state)
            Time(state, fitting);
        return fitting.Count;
    }

    // A plan is never changed or taken away, so what was read once stays true.
    private async ValueTask<int?> SizeOfAsync(BatchId batch, CancellationToken cancellationToken)
    {
        if (sizes.TryGetValue(batch, out var known))
            return known;
        if (await store.FindPlanAsync(batch, cancellationToken) is not { } plan)
            return null;
        if (sizes.Count >= KeptSizes)
            sizes.Clear();
        return sizes[batch] = plan.Recipients.Count;
    }

    private async Task<BatchState?> KeepAsync(BatchId batch, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(batch, cancellationToken) is not { } record)
            return null;
        var state = BatchState.Of(record);
        await book.KeepAsync(state, cancellationToken);
        return state;
    }

    // When it was sent is known once its outcome is written, which may be after the report; then it is not timed.
    private void Time(BatchState state, IEnumerable<Receipt> receipts)
    {
        foreach (var receipt in receipts.Where(receipt => receipt.Kind == ReceiptKind.Delivered))
            if (state.OutcomeOf(receipt.Index) is { Kind: OutcomeKind.Sent, Provider: { } provider } sent && sent.ProviderId == receipt.ProviderId)
                providers?.Delivered(provider, receipt.At - sent.At);
    }
}
