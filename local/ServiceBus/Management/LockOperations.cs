using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

/// <summary>What the holder of a lock can do without the link that it was received on.</summary>
internal static class LockOperations
{
    public static Reply Renew(MessageQueue queue, Map arguments)
    {
        var ends = arguments.Guids("lock-tokens").Select(queue.Renew).ToList();
        return ends.Contains(null)
            ? LockLost()
            : Reply.Ok(new Map { ["expirations"] = ends.Select(end => end!.Value.UtcDateTime).ToArray() });
    }

    public static Reply Settle(MessageQueue queue, Map arguments)
    {
        var settlement = Settlement(arguments);
        var outcomes = arguments.Guids("lock-tokens").Select(token => queue.Settle(token, settlement)).ToList();
        if (outcomes.Contains(SettleOutcome.LockLost)) return LockLost();
        return outcomes.Contains(SettleOutcome.NotAllowed)
            ? new(400, "a message in a dead-letter queue cannot be dead-lettered", "amqp:not-allowed")
            : Reply.Ok();
    }

    private static Settlement Settlement(Map arguments)
    {
        var changes = arguments.Entries("properties-to-modify");
        return arguments.Text("disposition-status") switch
        {
            "completed" => new Settlement.Complete(),
            "abandoned" => new Settlement.Abandon(changes),
            "defered" or "deferred" => new Settlement.Defer(changes),
            "suspended" => new Settlement.DeadLetter(
                arguments.OptionalText("deadletter-reason"), arguments.OptionalText("deadletter-description"), changes),
            var other => throw new ArgumentException($"disposition-status '{other}' is not known"),
        };
    }

    private static Reply LockLost() => new(410, Errors.LockLost().Description, Errors.LockLostCondition);
}
