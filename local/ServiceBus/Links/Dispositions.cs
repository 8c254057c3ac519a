using Alerting.Local.ServiceBus.Engine;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>What delivery states mean in Service Bus, and how they are answered.</summary>
internal static class Dispositions
{
    /// <summary>Null when the state decides nothing.</summary>
    public static Settlement? Read(DeliveryState? state) => state switch
    {
        Accepted => new Settlement.Complete(),
        Released => new Settlement.Release(),
        Modified { UndeliverableHere: true } modified => new Settlement.Defer(Entries(modified.MessageAnnotations)),
        Modified modified => new Settlement.Abandon(Entries(modified.MessageAnnotations)),
        Rejected rejected => DeadLetter(Entries(rejected.Error?.Info)),
        _ => null,
    };

    /// <summary>The answer is of the kind that the client sent, but fresh: its maps may hold keys that cannot be encoded.</summary>
    public static Outcome Answer(Settlement settlement, SettleOutcome outcome) => outcome switch
    {
        SettleOutcome.LockLost => new Rejected { Error = Errors.LockLost() },
        SettleOutcome.NotAllowed => new Rejected { Error = Errors.NotAllowed("a message in a dead-letter queue cannot be dead-lettered") },
        _ => settlement switch
        {
            Settlement.Release => new Released(),
            Settlement.Abandon => new Modified { DeliveryFailed = true },
            Settlement.Defer => new Modified { UndeliverableHere = true },
            Settlement.DeadLetter => new Rejected(),
            _ => new Accepted(),
        },
    };

    private static Settlement.DeadLetter DeadLetter(Dictionary<string, object?> info)
    {
        info.Remove(DeadLetterReasons.ReasonProperty, out var reason);
        info.Remove(DeadLetterReasons.DescriptionProperty, out var description);
        return new(reason as string, description as string, info);
    }

    // By enumeration only: JavaScript sends string keys where the library insists on symbols.
    private static Dictionary<string, object?> Entries(Map? map) =>
        map is null ? [] : map.ToDictionary(entry => entry.Key.ToString()!, object? (entry) => entry.Value);
}
