using Amqp;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A request to $cbs or $management. <paramref name="Connection"/> is where it came from.</summary>
internal sealed record Request(string? Operation, IReadOnlyDictionary<string, object?> Properties, object? Body, Connection Connection)
{
    /// <summary>The body of a management request, by string keys.</summary>
    public Map Arguments => Body as Map ?? [];
}
