namespace Alerting.Functions;

/// <summary>A request to a trigger route is not what the Functions host sends.</summary>
internal sealed class EnvelopeException : Exception
{
    public EnvelopeException(string reason, Exception? inner = null)
        : base($"The invocation is no envelope of the Functions host: {reason}.", inner)
    {
    }
}
