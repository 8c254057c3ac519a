namespace Alerting.Forecasts;

/// <summary>A station while it is being simulated.</summary>
internal sealed class Line
{
    private readonly Station station;
    private readonly Random chance;
    private readonly double[] openings;
    private readonly PriorityQueue<double, double> free = new();
    private double work;
    private double busy;
    private double end;

    public Line(Station station, int seed)
    {
        (this.station, chance) = (station, new Random(seed));
        openings = [.. station.Servers.Openings()];
        foreach (var opening in openings)
            free.Enqueue(opening, opening);
    }

    public double Latency => station.Latency.TotalSeconds;

    /// <summary>Takes a batch whose turn has come; batches are brought in the order of their arrival.</summary>
    /// <returns>When the server that is free first begins with it, and when it ends.</returns>
    public (double Begin, double End) Serve(double arrival, double units)
    {
        var begin = Math.Max(arrival, free.Dequeue());
        // By the turn and not by the batch: then what comes earlier never leaves later.
        var seconds = units / station.PerSecond * (1 + (station.Spread * ((2 * chance.NextDouble()) - 1)));
        free.Enqueue(begin + seconds, begin + seconds);
        (work, busy, end) = (work + units, busy + seconds, Math.Max(end, begin + seconds));
        return (begin, begin + seconds);
    }

    public StationUse Use() => new(station.Name, work, busy, openings.Sum(opening => Math.Max(0, end - opening)));
}
