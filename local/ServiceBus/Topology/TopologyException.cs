namespace Alerting.Local.ServiceBus.Topology;

/// <summary>A topology that cannot be used. The message names the entity and the property, and is meant for the user.</summary>
public sealed class TopologyException : Exception
{
    public TopologyException() { }

    public TopologyException(string message)
        : base(message) { }

    public TopologyException(string message, Exception innerException)
        : base(message, innerException) { }
}
