using Alerting.Bus;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>Writes down what the provider reported, all that waits at once.</summary>
internal static class RecordReceipts
{
    public static void MapRecordReceipts(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(RecordReceipts), Entities.Receipts, RunAsync);

    private static async Task RunAsync(ReceivedMessages messages, ReceiptBook book, ILogger<ReceiptBook> log, CancellationToken cancellationToken)
    {
        var receipts = messages.Read(ReceiptMessage.Read, message => log.NotAReceipt(message.MessageId));
        var known = await book.RecordAsync(receipts, cancellationToken);
        if (known < receipts.Count)
            log.ReceiptsOfNothing(receipts.Count - known);
    }
}
