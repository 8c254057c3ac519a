using Alerting.Directory;

namespace Alerting.Delivery.Turns;

/// <summary>How often a number is sent to or called by this process, over all alerts. The first message of an alert never waits; what follows does.</summary>
/// <param name="options">The rate.</param>
/// <param name="time">The clock.</param>
public sealed class NumberPace(DeliveryOptions options, TimeProvider time)
{
    private const int FewNumbers = 1000;
    private readonly TokenBucket? bucket = options.NumberMessagesPerMinute > 0 ? TokenBucket.PerMinute(options.NumberMessagesPerMinute) : null;
    private readonly Lock gate = new();
    private readonly Dictionary<Address, DateTimeOffset> fullAt = [];
    private int sweepAt = FewNumbers;

    /// <summary>How many numbers are remembered: those that were sent to a moment ago.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return fullAt.Count;
        }
    }

    /// <summary>True when the number may have a message that can wait.</summary>
    public bool HasToken(Address number)
    {
        var now = time.GetUtcNow();
        lock (gate)
            return bucket?.HasToken(fullAt.GetValueOrDefault(number), now) != false;
    }

    /// <summary>Takes a token for a message or call.</summary>
    /// <param name="number">Where it goes.</param>
    /// <param name="isFirst">It is the first message of its alert to the number.</param>
    /// <returns>False when it must wait; never for the first.</returns>
    public bool TryDraw(Address number, bool isFirst)
    {
        if (bucket is null)
            return true;
        var now = time.GetUtcNow();
        lock (gate)
        {
            var full = fullAt.GetValueOrDefault(number);
            if (!isFirst && !bucket.HasToken(full, now))
                return false;
            fullAt[number] = bucket.Draw(full, now);
            if (fullAt.Count >= sweepAt)
                Sweep(now);
            return true;
        }
    }

    // Whose bucket is full again is as good as unknown.
    private void Sweep(DateTimeOffset now)
    {
        foreach (var (number, full) in fullAt)
            if (full <= now)
                fullAt.Remove(number);
        sweepAt = Math.Max(FewNumbers, fullAt.Count * 2);
    }
}
