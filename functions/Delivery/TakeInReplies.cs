using Alerting.Bus;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>Finds out what people answered to, by text or by key, all that waits at once.</summary>
internal static class TakeInReplies
{
    public static void MapTakeInReplies(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(TakeInReplies), Entities.Replies, RunAsync);

    private static async Task RunAsync(
        ReceivedMessages messages, ReplyBook book, ReceiptBook receipts, ILogger<ReplyBook> log, CancellationToken cancellationToken)
    {
        var keys = new List<Acknowledgement>();
        var replies = messages.Read(ReplyMessage.Read, message =>
        {
            if (KeyMessage.Read(message.Body) is { } key)
                keys.Add(key);
            else
                log.NotAReply(message.MessageId);
        });
        var matched = await book.RecordAsync(replies, cancellationToken);
        await receipts.AcknowledgeAsync(keys, cancellationToken);
        log.RepliesTaken(replies.Count + keys.Count, matched + keys.Count);
    }
}
