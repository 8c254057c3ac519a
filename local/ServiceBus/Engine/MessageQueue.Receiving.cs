namespace Alerting.Local.ServiceBus.Engine;

/// <content>Receivers and their credit.</content>
internal sealed partial class MessageQueue
{
    public void Attach(Consumer consumer)
    {
        lock (gate) consumers.Add(consumer);
    }

    /// <summary>The receiver is gone. Its locks stay until they end or are settled through $management.</summary>
    public void Detach(Consumer consumer)
    {
        lock (gate)
        {
            consumers.Remove(consumer);
            consumer.Credit = 0;
        }
    }

    /// <summary>A receiver changed its credit by <paramref name="delta"/>; with <paramref name="drain"/> it wants what is there, now.</summary>
    public void Flow(Consumer consumer, int delta, bool drain)
    {
        lock (gate)
        {
            if (!consumers.Contains(consumer)) return;
            consumer.Credit = Math.Max(0, consumer.Credit + delta);
            if (delta <= 0) consumer.Restate(consumer.Credit);
            Advance();
            if (!drain) return;
            consumer.Credit = 0;
            consumer.Drain();
        }
    }

    /// <summary>Ends the locks of a lost connection at once; the deliveries count as failed.</summary>
    public void ReleaseLocksOf(object owner)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var message in shelf.LockedBy(owner)) GiveBack(message, failed: true, now);
            Advance();
        }
    }

    private void Dispatch()
    {
        while (shelf.FirstReady is { } message && consumers.Next() is { } consumer)
        {
            if (HandOver(message, consumer)) consumer.Credit--;
            else consumers.Remove(consumer);
        }
    }

    private bool HandOver(QueuedMessage message, Consumer consumer)
    {
        if (consumer.DeletesOnReceive)
        {
            if (!consumer.Deliver(message)) return false;
            shelf.Remove(message.SequenceNumber);
            return true;
        }

        var held = Held(message, consumer.Owner);
        shelf.Put(held);

        // Before anybody can know of the lock, its end is waited for.
        alarm.SetFor(held.Due);
        if (consumer.Deliver(held)) return true;
        shelf.Put(message);
        return false;
    }

    private QueuedMessage Held(QueuedMessage message, object? owner) =>
        message with { Lock = new MessageLock(Guid.NewGuid(), time.GetUtcNow() + settings.LockDuration, owner) };
}
