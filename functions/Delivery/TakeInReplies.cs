using Alerting.Bus;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>Finds out what people answered to, all that waits at once.</summary>
internal static class TakeInReplies
{
    public static void MapTakeInReplies(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(TakeInReplies), Entities.Replies, RunAsync);

    private static async Task RunAsync(ReceivedMessages messages, ReplyBook book, ILogger<ReplyBook> log, CancellationToken cancellationToken)
    {
        var replies = messages.Read(ReplyMessage.Read, message => log.NotAReply(message.MessageId));
        var matched = await book.RecordAsync(replies, cancellationToken);
        log.RepliesTaken(replies.Count, matched);
    }
}
