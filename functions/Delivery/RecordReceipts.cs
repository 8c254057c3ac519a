using Alerting.Bus;
using Alerting.Calls;
using Alerting.Delivery.Receipts;
using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Writes down what the provider reported, all that waits at once, and sees who must be called for it.</summary>
internal static class RecordReceipts
{
    private const int PlannedAtOnce = 8;

    public static void MapRecordReceipts(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(RecordReceipts), Entities.Receipts, RunAsync);

    private static async Task RunAsync(
        ReceivedMessages messages, ReceiptBook book, CallPlanner calls, PathProver prover, ILogger<ReceiptBook> log, CancellationToken cancellationToken)
    {
        var all = messages.Read(ReceiptMessage.Read, message => log.NotAReceipt(message.MessageId)).SelectMany(together => together).ToList();
        foreach (var canary in all.Where(receipt => Canary.Is(receipt.Batch)))
            await prover.SettleAsync(
                Canary.ReferenceOf(canary.Batch, canary.Index), canary.Kind == ReceiptKind.Delivered ? null : canary.Code ?? "not-delivered", cancellationToken);
        var receipts = all.Where(receipt => !Canary.Is(receipt.Batch)).ToList();
        var known = await book.RecordAsync(receipts, cancellationToken);
        if (known < receipts.Count)
            log.ReceiptsOfNothing(receipts.Count - known);
        var together = new ParallelOptions { MaxDegreeOfParallelism = PlannedAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(CallPlanner.Touched(receipts), together, async (texts, stop) => await calls.PlanAsync(texts, stop));
    }
}
