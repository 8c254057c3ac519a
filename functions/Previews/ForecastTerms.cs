using Alerting.Calls;
using Alerting.Delivery;
using Alerting.Forecasts;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>What forecasts rest on: agreed rates and prices, and how this system sends.</summary>
internal sealed class ForecastTerms(IOptions<ForecastOptions> agreed, DeliveryOptions delivery, CallOptions calls)
{
    /// <summary>The rates of the simulation.</summary>
    public ForecastRates Rates { get; } = agreed.Value.Rates(delivery, calls);

    /// <summary>The prices that are given.</summary>
    public IReadOnlyDictionary<CostItem, decimal> Prices { get; } = agreed.Value.Prices();

    /// <summary>Of the prices.</summary>
    public string Currency => agreed.Value.Currency;
}
