namespace Alerting.Forecasts;

/// <summary>What a batch asks of a station that it passes.</summary>
/// <param name="Station">The station.</param>
/// <param name="PerBatch">Units of its work for a batch, whatever its size.</param>
/// <param name="PerDelivery">Units of its work for each delivery in the batch.</param>
public sealed record Stop(Station Station, double PerBatch, double PerDelivery)
{
    /// <summary>Units of work for a batch of a size.</summary>
    public double Work(int deliveries) => PerBatch + (PerDelivery * deliveries);
}
