using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Hands each message on to the subscriptions that take it. Scheduled messages wait here.</summary>
internal sealed class Topic : ISendTarget, IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(DateTimeOffset Due, long Number), MessageContent> scheduled = [];
    private readonly IReadOnlyCollection<Subscription> subscriptions;
    private readonly DuplicateHistory history;
    private readonly TimeSpan timeToLive;
    private readonly TimeProvider time;
    private readonly Alarm alarm;
    private long lastNumber;

    public Topic(IReadOnlyCollection<Subscription> subscriptions, TimeSpan timeToLive, TimeSpan? duplicateWindow, TimeProvider time)
    {
        this.subscriptions = subscriptions;
        this.timeToLive = timeToLive;
        this.time = time;
        history = new(duplicateWindow);
        alarm = new(time, Ring);
    }

    public long Send(MessageContent content)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var number = ++lastNumber;
            if (!history.IsNew(content.MessageId, now)) return number;
            if (content.ScheduledAt is { } due && due > now) scheduled.Add((due, number), content);
            else FanOut(content, number);
            Release();
            return number;
        }
    }

    public bool CancelScheduled(IReadOnlyCollection<long> numbers)
    {
        lock (gate)
        {
            Release();
            var keys = scheduled.Keys.Where(key => numbers.Contains(key.Number)).ToList();
            if (keys.Count != numbers.Distinct().Count()) return false;
            foreach (var key in keys) scheduled.Remove(key);
            return true;
        }
    }

    public void Dispose() => alarm.Dispose();

    private void Ring()
    {
        lock (gate)
        {
            alarm.Clear();
            Release();
        }
    }

    private void Release()
    {
        var now = time.GetUtcNow();
        while (scheduled.Count > 0 && scheduled.First() is { Key.Due: var due } first && due <= now)
        {
            scheduled.Remove(first.Key);
            FanOut(first.Value, ++lastNumber);
        }

        alarm.SetFor(scheduled.Count > 0 ? scheduled.First().Key.Due : null);
    }

    private void FanOut(MessageContent content, long number)
    {
        var limited = content.TimeToLive < timeToLive || timeToLive == TimeSpan.MaxValue ? content : content with { TimeToLive = timeToLive };
        foreach (var subscription in subscriptions)
        {
            if (subscription.Rules.Matches(limited)) subscription.Queue.Take(limited, number);
        }
    }
}
