namespace Alerting.Local.ServiceBus.Engine;

/// <content>What holders of locks do.</content>
internal sealed partial class MessageQueue
{
    public SettleOutcome Settle(Guid token, Settlement settlement)
    {
        lock (gate)
        {
            Sweep();
            var outcome = shelf.FindLocked(token) is { } message ? Apply(message, settlement) : SettleOutcome.LockLost;
            Advance();
            return outcome;
        }
    }

    /// <summary>Starts the lock duration anew; returns its end, or null when the lock is lost.</summary>
    public DateTimeOffset? Renew(Guid token)
    {
        lock (gate)
        {
            Sweep();
            DateTimeOffset? until = null;
            if (shelf.FindLocked(token) is { Lock: { } held } message)
            {
                until = time.GetUtcNow() + settings.LockDuration;
                shelf.Put(message with { Lock = held with { Until = until.Value } });
            }

            Advance();
            return until;
        }
    }

    private SettleOutcome Apply(QueuedMessage message, Settlement settlement)
    {
        switch (settlement)
        {
            case Settlement.Complete:
                shelf.Remove(message.SequenceNumber);
                break;
            case Settlement.Release:
                GiveBack(message, failed: false, time.GetUtcNow());
                break;
            case Settlement.Abandon abandon:
                GiveBack(message with { Content = message.Content.With(abandon.Changes) }, failed: true, time.GetUtcNow());
                break;
            case Settlement.Defer defer:
                shelf.Put(message with { Content = message.Content.With(defer.Changes), Lock = null, State = MessageState.Deferred });
                break;
            case Settlement.DeadLetter when DeadLetters is null:
                return SettleOutcome.NotAllowed;
            case Settlement.DeadLetter why:
                Bury(message, why);
                break;
        }

        return SettleOutcome.Settled;
    }
}
