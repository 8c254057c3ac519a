using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;
using Alerting.Local.ServiceBus.Messages;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

internal static class ScheduleOperations
{
    /// <summary>The time is in each message's own annotation. All are taken, or none when one cannot be decoded.</summary>
    public static Reply Schedule(ISendTarget target, Map arguments, long maxBytes)
    {
        var contents = new List<MessageContent>();
        foreach (var entry in arguments.Maps("messages"))
        {
            if (entry["message"] is not byte[] bytes) return Reply.BadRequest("the argument messages has an entry without message");
            if (bytes.Length > maxBytes) return TooLarge(Errors.TooLarge(bytes.Length, maxBytes).Description);
            if (MessageReader.Read(bytes, 0, out var problem) is not [var content]) return Reply.BadRequest(problem);
            contents.Add(content);
        }

        return Reply.Ok(new Map { ["sequence-numbers"] = contents.Select(target.Send).ToArray() });
    }

    public static Reply Cancel(ISendTarget target, Map arguments) =>
        target.CancelScheduled(arguments.Longs("sequence-numbers"))
            ? Reply.Ok()
            : MessageOperations.NotFound("a message with one of these sequence numbers is not scheduled here");

    private static Reply TooLarge(string why) => new(403, why, "amqp:link:message-size-exceeded");
}
