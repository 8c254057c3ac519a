namespace Alerting.Delivery.Turns;

/// <summary>Those who wait at a doorway. The best turn goes first, of equals who came first; but whoever has been passed over for too long has every second place.</summary>
/// <typeparam name="T">Who waits.</typeparam>
/// <param name="patience">How long anybody may be passed over by those who came after him. That a line is long is nobody's fault.</param>
/// <remarks>Pure but for what it holds; not safe for several threads.</remarks>
public sealed class WaitingLine<T>(TimeSpan patience)
    where T : class
{
    private readonly PriorityQueue<Entry, (Turn Turn, long Number)> byTurn = new();
    private readonly Queue<Entry> byArrival = new();

    // Who went before everybody that had come earlier, and when; both grow.
    private readonly Queue<(long Number, DateTimeOffset At)> passings = new();
    private long last;
    private long lastPassing = -1;
    private bool wasPatient;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Somebody joins.</summary>
    public void Join(T who, Turn turn)
    {
        var entry = new Entry(who, last++);
        byTurn.Enqueue(entry, (turn, entry.Number));
        byArrival.Enqueue(entry);
        Count++;
    }

    /// <summary>Whose turn it is now; he leaves the line. Null when nobody waits.</summary>
    public T? Next(DateTimeOffset now)
    {
        if (Oldest() is not { } oldest)
            return null;
        wasPatient = !wasPatient && now - PassedOverSince(oldest) >= patience;
        return wasPatient ? Leave(oldest) : LeaveBefore(oldest, Best(), now);
    }

    private Entry? Oldest()
    {
        while (byArrival.TryPeek(out var first) && first.Who is null)
            byArrival.Dequeue();
        return byArrival.TryPeek(out var oldest) ? oldest : null;
    }

    private Entry Best()
    {
        var best = byTurn.Dequeue();
        while (best.Who is null)
            best = byTurn.Dequeue();
        return best;
    }

    // Null when nobody who came after him has gone.
    private DateTimeOffset? PassedOverSince(Entry oldest)
    {
        while (passings.TryPeek(out var passing) && passing.Number < oldest.Number)
            passings.Dequeue();
        return passings.TryPeek(out var first) ? first.At : null;
    }

    private T LeaveBefore(Entry oldest, Entry best, DateTimeOffset now)
    {
        if (best != oldest && best.Number > lastPassing)
            passings.Enqueue((lastPassing = best.Number, now));
        return Leave(best);
    }

    // He stays behind in the other queue, as nobody.
    private T Leave(Entry entry)
    {
        var who = entry.Who!;
        entry.Who = null;
        Count--;
        return who;
    }

    private sealed class Entry(T who, long number)
    {
        public T? Who { get; set; } = who;

        public long Number => number;
    }
}
