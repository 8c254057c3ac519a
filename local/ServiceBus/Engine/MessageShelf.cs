using System.Diagnostics.CodeAnalysis;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>The messages of one queue with the indexes over them. Not thread-safe: the queue guards it.</summary>
internal sealed class MessageShelf
{
    private readonly Dictionary<long, QueuedMessage> messages = [];
    private readonly SortedSet<long> order = [];
    private readonly SortedSet<long> ready = [];
    private readonly Dictionary<Guid, long> locks = [];
    private readonly SortedSet<(DateTimeOffset At, long Number)> due = [];

    public int Count => messages.Count;

    /// <summary>When the first message changes by time alone.</summary>
    public DateTimeOffset? NextDue => due.Count > 0 ? due.Min.At : null;

    public QueuedMessage? FirstReady => ready.Count > 0 ? messages[ready.Min] : null;

    /// <summary>Puts a message in, in place of what had its sequence number.</summary>
    public void Put(QueuedMessage message)
    {
        Remove(message.SequenceNumber);
        messages.Add(message.SequenceNumber, message);
        order.Add(message.SequenceNumber);
        if (message.IsReady) ready.Add(message.SequenceNumber);
        if (message.Lock is { } held) locks.Add(held.Token, message.SequenceNumber);
        if (message.Due is { } at) due.Add((at, message.SequenceNumber));
    }

    public void Remove(long number)
    {
        if (!messages.Remove(number, out var message)) return;
        order.Remove(number);
        ready.Remove(number);
        if (message.Lock is { } held) locks.Remove(held.Token);
        if (message.Due is { } at) due.Remove((at, number));
    }

    public QueuedMessage? Find(long number) => messages.GetValueOrDefault(number);

    public QueuedMessage? FindLocked(Guid token) => locks.TryGetValue(token, out var number) ? messages[number] : null;

    public IReadOnlyList<QueuedMessage> LockedBy(object owner) =>
        [.. locks.Values.Order().Select(number => messages[number]).Where(message => ReferenceEquals(message.Lock!.Value.Owner, owner))];

    public bool TryFirstDue(DateTimeOffset now, [NotNullWhen(true)] out QueuedMessage? message)
    {
        message = due.Count > 0 && due.Min.At <= now ? messages[due.Min.Number] : null;
        return message is not null;
    }

    /// <summary>In order of sequence number, from <paramref name="number"/> on.</summary>
    public IEnumerable<QueuedMessage> From(long number) =>
        order.Count == 0 || order.Max < number ? [] : order.GetViewBetween(number, long.MaxValue).Select(item => messages[item]);
}
