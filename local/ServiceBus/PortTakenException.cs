namespace Alerting.Local.ServiceBus;

/// <summary>Somebody else listens on the port. The message names port and role.</summary>
public sealed class PortTakenException : IOException
{
    public PortTakenException() { }

    public PortTakenException(string message)
        : base(message) { }

    public PortTakenException(string message, Exception innerException)
        : base(message, innerException) { }

    public PortTakenException(int port, Exception innerException)
        : base($"port {port} is taken; the Service Bus emulator needs it", innerException) { }
}
