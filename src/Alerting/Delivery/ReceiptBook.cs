using System.Security.Cryptography;
using System.Text;

namespace Alerting.Delivery;

/// <summary>Writes down what providers and people report, a row per batch for everything that came together.</summary>
public sealed class ReceiptBook(IDeliveryStore store, BatchBook book)
{
    /// <summary>Adds receipts, in any order, repeated or late; those of unknown batches or deliveries are left out.</summary>
    /// <returns>How many belonged to a delivery.</returns>
    public async Task<int> RecordAsync(IReadOnlyCollection<Receipt> receipts, CancellationToken cancellationToken)
    {
        var known = 0;
        foreach (var batch in receipts.GroupBy(receipt => receipt.Batch))
        {
            if (await store.FindPlanAsync(batch.Key, cancellationToken) is not { } plan)
                continue;
            var fitting = batch.Where(receipt => receipt.Index >= 0 && receipt.Index < plan.Recipients.Count).Distinct().ToList();
            foreach (var chunk in fitting.Chunk(1000))
                await store.AddReceiptsAsync(batch.Key, RowName(chunk.Select(receipt => $"{receipt.ProviderId}/{receipt.Kind}/{receipt.Code}")), chunk, cancellationToken);
            known += fitting.Count;
            await KeepAsync(batch.Key, cancellationToken);
        }

        return known;
    }

    /// <summary>Adds answers of people; likewise.</summary>
    public async Task AcknowledgeAsync(IReadOnlyCollection<Acknowledgement> acknowledgements, CancellationToken cancellationToken)
    {
        foreach (var batch in acknowledgements.GroupBy(acknowledgement => acknowledgement.Batch))
        {
            await store.AddAcknowledgementsAsync(
                batch.Key, RowName(batch.Select(acknowledgement => acknowledgement.ProviderId)), [.. batch], cancellationToken);
            await KeepAsync(batch.Key, cancellationToken);
        }
    }

    private async Task KeepAsync(BatchId batch, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(batch, cancellationToken) is { } record)
            await book.KeepAsync(BatchState.Of(record), cancellationToken);
    }

    // The same reports gathered again have the same name, so a repeat adds no row.
    private static string RowName(IEnumerable<string> ids) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids.Order(StringComparer.Ordinal)))))[..32];
}
