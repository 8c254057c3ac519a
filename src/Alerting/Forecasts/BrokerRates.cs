namespace Alerting.Forecasts;

/// <summary>What a broker namespace bears, and what a message costs it.</summary>
/// <param name="PerSecond">Units in a second: credits, or bytes.</param>
/// <param name="PerMessage">Units for a message, to be sent or to be received.</param>
public sealed record BrokerRates(double PerSecond, double PerMessage)
{
    // A name of a batch or a report of a provider, with the broker's own properties.
    private const double MessageBytes = 1_024;

    /// <summary>Service Bus Standard: credits.</summary>
    public static BrokerRates Standard { get; } = new(AzureLimits.BusStandardPerSecond, 1);

    /// <summary>Service Bus Premium: bytes.</summary>
    /// <param name="units">Messaging units.</param>
    public static BrokerRates Premium(int units) => new(AzureLimits.BusPremiumBytesPerSecond * units, MessageBytes);
}
