namespace Alerting.Local.ServiceBus.Engine;

/// <content>Access by sequence number.</content>
internal sealed partial class MessageQueue
{
    /// <summary>Looks at messages of any state without taking them.</summary>
    public IReadOnlyList<QueuedMessage> Peek(long from, int count)
    {
        lock (gate)
        {
            Advance();
            return [.. shelf.From(from).Take(count)];
        }
    }

    /// <summary>Receives deferred messages: all of them, or null when one is not there or has expired.</summary>
    public IReadOnlyList<QueuedMessage>? ReceiveDeferred(IReadOnlyCollection<long> numbers, bool delete, object? owner)
    {
        lock (gate)
        {
            Advance();
            var found = numbers.Distinct().Select(Deferred).ToList();
            var taken = found.Contains(null) ? null : found.ConvertAll(message => TakeDeferred(message!, delete, owner));
            Advance();
            return taken;
        }
    }

    public bool CancelScheduled(IReadOnlyCollection<long> numbers)
    {
        lock (gate)
        {
            Advance();
            if (numbers.Any(number => shelf.Find(number)?.State != MessageState.Scheduled)) return false;
            foreach (var number in numbers) shelf.Remove(number);
            return true;
        }
    }

    // The service looks at the age of a deferred message only when somebody asks for it.
    private QueuedMessage? Deferred(long number)
    {
        if (shelf.Find(number) is not { State: MessageState.Deferred, Lock: null } message) return null;
        if (!message.IsExpiredAt(time.GetUtcNow())) return message;
        Expire(message);
        return null;
    }

    private QueuedMessage TakeDeferred(QueuedMessage message, bool delete, object? owner)
    {
        var held = delete ? message : Held(message, owner);
        if (delete) shelf.Remove(message.SequenceNumber);
        else shelf.Put(held);
        return held;
    }
}
