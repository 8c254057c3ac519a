namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Remembers message ids for a while. Not thread-safe: its entity guards it.</summary>
internal sealed class DuplicateHistory(TimeSpan? window)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Id)> byAge = [];

    /// <summary>Notes an id; false when it was noted less than a window ago.</summary>
    public bool IsNew(string id, DateTimeOffset now)
    {
        if (window is not { } span) return true;
        while (byAge.TryPeek(out var oldest) && now - oldest.At >= span) known.Remove(byAge.Dequeue().Id);
        if (!known.Add(id)) return false;
        byAge.Enqueue((now, id));
        return true;
    }
}
