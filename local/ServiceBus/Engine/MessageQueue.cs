using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>
/// A queue, a subscription's queue or a dead-letter queue, in memory. Every public member is atomic.
/// Locks are taken downwards only: topic, queue, dead-letter queue, receiving link.
/// </summary>
internal sealed partial class MessageQueue : ISendTarget, IDisposable
{
    private readonly Lock gate = new();
    private readonly MessageShelf shelf = new();
    private readonly ConsumerRing consumers = new();
    private readonly DuplicateHistory history;
    private readonly QueueSettings settings;
    private readonly TimeProvider time;
    private readonly Alarm alarm;
    private long lastNumber;

    private MessageQueue(string entity, QueueSettings settings, TimeProvider time, MessageQueue? deadLetters)
    {
        Entity = entity;
        Path = deadLetters is null ? $"{entity}/$DeadLetterQueue" : entity;
        DeadLetters = deadLetters;
        this.settings = settings;
        this.time = time;
        history = new(settings.DuplicateWindow);
        alarm = new(time, Ring);
    }

    /// <summary>The address of the queue or subscription; a dead-letter queue has that of its queue.</summary>
    public string Entity { get; }

    /// <summary>The address of the queue in its namespace.</summary>
    public string Path { get; }

    /// <summary>Where messages go that nobody could handle; null when this is that queue.</summary>
    public MessageQueue? DeadLetters { get; }

    public int Count
    {
        get
        {
            lock (gate) return shelf.Count;
        }
    }

    public static MessageQueue Create(string entity, QueueSettings settings, TimeProvider time)
    {
        // Nothing leaves a dead-letter queue by itself.
        var forGood = new QueueSettings { LockDuration = settings.LockDuration, MaxDeliveryCount = int.MaxValue };
        return new(entity, settings, time, new MessageQueue(entity, forGood, time, null));
    }

    public long Send(MessageContent content)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var number = ++lastNumber;
            if (history.IsNew(content.MessageId, now)) Store(content, number, number, now);
            Advance();
            return number;
        }
    }

    /// <summary>Takes a message that a topic hands on, which has looked for duplicates itself.</summary>
    public void Take(MessageContent content, long enqueuedNumber)
    {
        lock (gate)
        {
            Store(content, ++lastNumber, enqueuedNumber, time.GetUtcNow());
            Advance();
        }
    }

    public void Dispose()
    {
        DeadLetters?.Dispose();
        alarm.Dispose();
    }

    private void Store(MessageContent content, long number, long enqueuedNumber, DateTimeOffset now) =>
        shelf.Put(new QueuedMessage
        {
            Content = content,
            SequenceNumber = number,
            EnqueuedSequenceNumber = enqueuedNumber,
            EnqueuedAt = now,
            TimeToLive = Shorter(content.TimeToLive, settings.TimeToLive),
            State = content.ScheduledAt > now ? MessageState.Scheduled : MessageState.Active,
        });

    private static TimeSpan? Shorter(TimeSpan? asked, TimeSpan limit) =>
        asked < limit ? asked : limit == TimeSpan.MaxValue ? null : limit;

    private void Ring()
    {
        lock (gate)
        {
            alarm.Clear();
            Advance();
        }
    }

    // What follows every change: what is due happens, what can be delivered is, and the alarm knows what comes next.
    private void Advance()
    {
        Sweep();
        Dispatch();
        alarm.SetFor(shelf.NextDue);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        while (shelf.TryFirstDue(now, out var message))
        {
            if (message.Lock is not null) GiveBack(message, failed: true, now);
            else if (message.State == MessageState.Scheduled) Activate(message, now);
            else Expire(message);
        }
    }

    // As in the service: the message joins the end of the queue under a new number.
    private void Activate(QueuedMessage message, DateTimeOffset now)
    {
        shelf.Remove(message.SequenceNumber);
        var number = ++lastNumber;
        shelf.Put(message with { SequenceNumber = number, EnqueuedSequenceNumber = number, EnqueuedAt = now, State = MessageState.Active });
    }

    private void Expire(QueuedMessage message)
    {
        if (settings.DeadLetterOnExpiry) Bury(message, DeadLetterReasons.Expired);
        else shelf.Remove(message.SequenceNumber);
    }

    private void GiveBack(QueuedMessage message, bool failed, DateTimeOffset now)
    {
        var back = message with { Lock = null, DeliveryCount = message.DeliveryCount + (failed ? 1 : 0) };
        shelf.Put(back);
        if (failed && back.DeliveryCount >= settings.MaxDeliveryCount) Bury(back, DeadLetterReasons.TooManyDeliveries(settings.MaxDeliveryCount));
        else if (back.State == MessageState.Active && back.IsExpiredAt(now)) Expire(back);
    }

    private void Bury(QueuedMessage message, Settlement.DeadLetter why)
    {
        shelf.Remove(message.SequenceNumber);
        DeadLetters?.Inter(message, why, Path);
    }

    private void Inter(QueuedMessage message, Settlement.DeadLetter why, string source)
    {
        var changes = new Dictionary<string, object?>(why.Changes);
        if (why.Reason is not null) changes[DeadLetterReasons.ReasonProperty] = why.Reason;
        if (why.Description is not null) changes[DeadLetterReasons.DescriptionProperty] = why.Description;
        lock (gate)
        {
            shelf.Put(message with
            {
                Content = message.Content.With(changes),
                State = MessageState.Active,
                Lock = null,
                TimeToLive = null,
                DeadLetterSource = source,
            });
            Advance();
        }
    }
}
