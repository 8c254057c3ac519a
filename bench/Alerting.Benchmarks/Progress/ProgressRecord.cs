using System.Globalization;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Benchmarks;

/// <summary>Writes the record of an alert as its delivery would have: plans, claims, outcomes, reports, and the counts of each batch folded from them.</summary>
internal sealed class ProgressRecord(IDeliveryStore store, DeclarationId alert, TimeProvider time)
{
    private const int AtOnce = 16;
    private static readonly DeliveryOptions Usual = new();

    /// <summary>Writes all of it, the finished plan last. Of each hundred one is reported as not arrived.</summary>
    public async Task WriteAsync(int recipients, CancellationToken cancellationToken)
    {
        var batches = Enumerable.Range(0, recipients).Chunk(DeliveryBatch.MaxSize).ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, batches.Count, parallel, async (number, stop) => await WriteAsync(number, batches[number], stop));
        await store.FinishPlanAsync(new(alert, time.GetUtcNow(), batches.Count, recipients, 0, "bench"), cancellationToken);
    }

    private async Task WriteAsync(int number, int[] telephones, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = BatchId.Of(alert, Channel.Sms, 1, number);
        await store.TryPlanAsync(new(id, [.. telephones.Select(Recipient)], now), cancellationToken);
        await store.TryClaimAsync(new(id, 1, now, now + Usual.ClaimLease), cancellationToken);
        foreach (var (chunk, indexes) in Enumerable.Range(0, telephones.Length).Chunk(Usual.SmsChunk).Index())
            await store.AddOutcomesAsync(new(id, 1, chunk, [.. indexes.Select(index => new Outcome(index, OutcomeKind.Sent, now, Provided(telephones[index])))]), cancellationToken);
        await KeepAsync(id, cancellationToken);
        var reports = telephones.Select((telephone, index) =>
            new Receipt(id, index, index == 0 ? ReceiptKind.Failed : ReceiptKind.Delivered, now, Provided(telephone), index == 0 ? "30003" : null)).ToList();
        await store.AddReceiptsAsync(id, "underway", [.. reports.Select(report => report with { Kind = ReceiptKind.Underway, Code = null })], cancellationToken);
        await store.AddReceiptsAsync(id, "ended", reports, cancellationToken);
        await KeepAsync(id, cancellationToken);
    }

    private async Task KeepAsync(BatchId id, CancellationToken cancellationToken)
    {
        var record = await store.ReadAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Batch {id} was written and cannot be read.");
        await store.KeepProgressAsync(BatchState.Of(record).Progress(), cancellationToken);
    }

    private static Recipient Recipient(int telephone) => new(
        Name("body-", telephone), "mayor", new(Name("+3197", telephone)), Language.Dutch, Position.Inside);

    private static string Provided(int telephone) => Name("SM00000000000000000000000", telephone);

    private static string Name(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D9}");
}
