using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Forecasts;

/// <summary>What an alert costs.</summary>
public static class AlertCost
{
    // Of each text message the provider calls back for queued, sent and delivered.
    private const int CallbacksPerSms = 3;

    // Of each call for the key that was pressed and for the end; the words went with the request.
    private const int CallbacksPerCall = 2;

    /// <summary>What the providers are paid for.</summary>
    /// <param name="load">The alert.</param>
    /// <param name="prices">Those that are known, in one currency.</param>
    public static IReadOnlyList<CostLine> OfProviders(AlertLoad load, IReadOnlyDictionary<CostItem, decimal> prices) =>
        [.. load.Channels.Select(channel => channel.Channel switch
        {
            Channel.Sms => Line(CostItem.SmsSegment, channel.Segments, prices),
            Channel.Voice => Line(CostItem.Call, channel.Deliveries, prices),
            _ => Line(CostItem.Email, channel.Deliveries, prices),
        })];

    /// <summary>What Azure is paid for. Memory is counted from the opening of each instance to the channel's last batch, which is at most what is billed.</summary>
    /// <param name="load">The alert.</param>
    /// <param name="forecast">As simulated.</param>
    /// <param name="rates">The rates of the simulation.</param>
    /// <param name="prices">As above, with the memory of an instance in GB.</param>
    public static IReadOnlyList<CostLine> OfAzure(
        AlertLoad load, Forecast forecast, ForecastRates rates, (double InstanceGb, IReadOnlyDictionary<CostItem, decimal> PerUnit) prices)
    {
        double Work(string station) => forecast.Uses.FirstOrDefault(use => use.Station == station)?.Work ?? 0;
        var open = forecast.Uses.Where(use => use.Station.EndsWith(" in flight", StringComparison.Ordinal)).Sum(use => use.OpenSeconds);
        var batches = load.Channels.Sum(channel => Route.Split(channel.Tiers, DeliveryBatch.MaxSize).Count);
        int Deliveries(Channel of) => load.Channels.Where(channel => channel.Channel == of).Sum(channel => channel.Deliveries);
        return
        [
            Line(CostItem.FunctionGbSecond, open * prices.InstanceGb, prices.PerUnit),
            Line(CostItem.FunctionExecution, batches + (CallbacksPerSms * Deliveries(Channel.Sms)) + (CallbacksPerCall * Deliveries(Channel.Voice)), prices.PerUnit),
            Line(CostItem.BusOperation, Work(StationNames.Bus) / rates.Broker.PerMessage, prices.PerUnit),
            Line(CostItem.TableTransaction, Work(StationNames.Tables), prices.PerUnit),
            Line(CostItem.SignalRUnitDay, load.Boards == 0 ? 0 : rates.SignalRUnits, prices.PerUnit),
        ];
    }

    private static CostLine Line(CostItem item, double quantity, IReadOnlyDictionary<CostItem, decimal> prices) =>
        new(item, quantity, prices.TryGetValue(item, out var price) ? price : null);
}
