using Alerting.Local.ServiceBus.Engine;
using Amqp;
using Amqp.Listener;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// Which entities a connection may use, and until when. As in the service, a token put again prolongs the right without
/// touching the links, and a right that runs out ends them.
/// </summary>
internal sealed class Rights(TimeProvider time, bool areDemanded)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Connection Connection, string Entity), (DateTimeOffset Until, ITimer End)> rights = [];
    private readonly List<(ListenerLink Link, string Entity)> links = [];

    /// <summary>A token was accepted; an audience without an entity is the whole namespace.</summary>
    public void Grant(Connection connection, string audience, DateTimeOffset until)
    {
        if (!areDemanded || connection.IsClosed) return;
        var key = (connection, EntityOf(audience));
        lock (gate)
        {
            if (rights.Remove(key, out var earlier)) earlier.End.Dispose();
            if (until <= time.GetUtcNow()) return;
            rights[key] = (until, time.CreateTimer(_ => End(key), null, Left(until), Timeout.InfiniteTimeSpan));
        }
    }

    /// <summary>Whether a link may be opened; the right is to be there as long as the link.</summary>
    public bool Allow(ListenerLink link, string entity)
    {
        if (!areDemanded) return true;
        lock (gate)
        {
            links.RemoveAll(other => other.Link.IsClosed);
            if (!IsAllowed(link.Session.Connection, entity)) return false;
            links.Add((link, entity));
            return true;
        }
    }

    /// <summary>The connection is gone.</summary>
    public void Forget(Connection connection)
    {
        lock (gate)
        {
            foreach (var key in rights.Keys.Where(key => key.Connection == connection).ToList())
            {
                rights.Remove(key, out var right);
                right.End.Dispose();
            }
        }
    }

    private void End((Connection Connection, string Entity) key)
    {
        List<ListenerLink> ended;
        lock (gate)
        {
            // A token that was put a moment ago has a timer of its own.
            if (!rights.TryGetValue(key, out var right) || right.Until > time.GetUtcNow()) return;
            rights.Remove(key);
            right.End.Dispose();
            var without = links.Where(held => held.Link.Session.Connection == key.Connection && !IsAllowed(key.Connection, held.Entity)).ToList();
            ended = without.ConvertAll(held => held.Link);
            links.RemoveAll(without.Contains);
        }

        // The library takes locks of its own here.
        foreach (var link in ended.Where(link => !link.IsClosed)) link.Close(TimeSpan.Zero, Errors.TokenExpired());
    }

    private bool IsAllowed(Connection connection, string entity) => rights.Any(right =>
        right.Key.Connection == connection && right.Value.Until > time.GetUtcNow() && Covers(right.Key.Entity, entity));

    private static bool Covers(string granted, string entity) =>
        granted.Length == 0
        || entity.Equals(granted, StringComparison.OrdinalIgnoreCase)
        || entity.StartsWith(granted + "/", StringComparison.OrdinalIgnoreCase);

    private static string EntityOf(string audience)
    {
        var host = audience.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var path = audience.IndexOf('/', host);
        return path < 0 ? "" : EntityAddress.Parse(audience[path..]).Path;
    }

    // A timer takes no more than 49 days.
    private TimeSpan Left(DateTimeOffset until)
    {
        var left = until - time.GetUtcNow();
        return left < TimeSpan.FromDays(40) ? left : TimeSpan.FromDays(40);
    }
}
