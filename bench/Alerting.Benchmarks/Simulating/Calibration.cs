using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>Measures this machine in short runs of two sizes, of each the fastest: what a message takes, and what every alert takes besides.</summary>
internal sealed class Calibration(RunningSystem system)
{
    /// <summary>Messages of the larger runs.</summary>
    public const int Largest = 2000;

    private const int Smallest = 500;
    private const int Counted = 6;

    // The first runs warm the compiler up and do not count.
    private const int Warming = 5;
    private const int WarmingAgain = 1;
    private readonly Fanout fanout = new(system, new(Largest, 64, Cold: true, Json: false));

    public async Task<LocalRates> MeasureAsync(CancellationToken cancellationToken)
    {
        // The directory only grows, so the small runs come first.
        var small = await FastestAsync(Smallest, Warming, cancellationToken);
        var large = await FastestAsync(Largest, WarmingAgain, cancellationToken);
        // A machine that was busier during the small runs could make the difference nothing.
        var perSecond = (Largest - Smallest) / Math.Max((large - small) / 1000, 0.01);
        return new(Math.Max(0, large - (Largest / perSecond * 1000)), perSecond, await fanout.RawAsync(cancellationToken));
    }

    private async Task<double> FastestAsync(int recipients, int warming, CancellationToken cancellationToken)
    {
        var counted = new List<double>();
        for (var run = 0; run < warming + Counted; run++)
        {
            var lastMs = (await fanout.TellAsync(recipients, cancellationToken)).LastMs;
            if (run >= warming)
                counted.Add(lastMs);
        }

        // Whatever else runs on the machine only ever adds.
        return counted.Min();
    }
}
