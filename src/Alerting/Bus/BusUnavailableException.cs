namespace Alerting.Bus;

/// <summary>The broker cannot be reached, or refused what was sent.</summary>
public sealed class BusUnavailableException : Exception
{
    /// <summary>Says what could not be done and why.</summary>
    public BusUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
