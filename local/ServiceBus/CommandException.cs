namespace Alerting.Local.ServiceBus;

/// <summary>Arguments that cannot be used; the message is meant for the user.</summary>
public sealed class CommandException : Exception
{
    public CommandException() { }

    public CommandException(string message)
        : base(message) { }

    public CommandException(string message, Exception innerException)
        : base(message, innerException) { }
}
