using Alerting.Delivery;
using Alerting.Forecasts;

namespace Alerting.Benchmarks;

/// <summary>What the calibration measured on this machine.</summary>
/// <param name="FixedMs">What every alert takes, whatever its size.</param>
/// <param name="PerSecond">Messages in a second beyond that: everything on this machine's processors, reports included.</param>
/// <param name="RawPerSecond">Messages in a second of the bare loop against the same stand-in.</param>
internal sealed record LocalRates(double FixedMs, double PerSecond, double RawPerSecond)
{
    // What one process on the same machine costs at most; neither is ever what binds here.
    private static readonly TimeSpan TableLatency = TimeSpan.FromMilliseconds(3);
    private const double Unbounded = 1e9;

    /// <summary>The model of Azure with this machine's rates: one instance, whose processors are everybody's.</summary>
    public ForecastRates Rates()
    {
        var inFlight = new DeliveryOptions().SmsConcurrency;
        return new()
        {
            Start = TimeSpan.FromMilliseconds(FixedMs),
            TableLatency = TableLatency,
            TablesPerSecond = Unbounded,
            PartitionPerSecond = Unbounded,
            Broker = new(Unbounded, 1),
            Instances = ScaleOut.Fixed(1),
            DeliveriesPerInstance = PerSecond,
            SegmentsPerSecond = RawPerSecond,
            SmsLatency = TimeSpan.FromSeconds(inFlight / RawPerSecond),
        };
    }
}
