using System.Collections.Concurrent;
using Amqp;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// Where replies go. A client names in reply-to either the target address of its receiving link or,
/// where that has none (JavaScript for $cbs), the name of the link.
/// </summary>
internal sealed class ReplyRoutes
{
    private readonly ConcurrentDictionary<(Connection Connection, string Node, string ReplyTo), ReplyEndpoint> routes = [];

    public void Add(Connection connection, string node, IEnumerable<string> names, ReplyEndpoint endpoint)
    {
        foreach (var name in names) routes[(connection, node, name)] = endpoint;
    }

    public void Remove(ReplyEndpoint endpoint)
    {
        foreach (var route in routes.Where(route => ReferenceEquals(route.Value, endpoint))) routes.TryRemove(route);
    }

    public ReplyEndpoint? Find(Connection connection, string node, string? replyTo) =>
        replyTo is null ? null : routes.GetValueOrDefault((connection, node, replyTo));
}
