using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Writes down what the provider reported, all that waits at once.</summary>
internal static class RecordReceipts
{
    public static void MapRecordReceipts(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(RecordReceipts), Entities.Receipts, RunAsync);

    private static async Task RunAsync(
        ReceivedMessages messages, ReceiptBook book, PathProver prover, ILogger<ReceiptBook> log, CancellationToken cancellationToken)
    {
        var all = messages.Read(ReceiptMessage.Read, message => log.NotAReceipt(message.MessageId));
        foreach (var canary in all.Where(receipt => Canary.Is(receipt.Batch)))
            await prover.SettleAsync(
                Canary.ReferenceOf(canary.Batch, canary.Index), canary.Kind == ReceiptKind.Delivered ? null : canary.Code ?? "not-delivered", cancellationToken);
        var receipts = all.Where(receipt => !Canary.Is(receipt.Batch)).ToList();
        var known = await book.RecordAsync(receipts, cancellationToken);
        if (known < receipts.Count)
            log.ReceiptsOfNothing(receipts.Count - known);
    }
}
