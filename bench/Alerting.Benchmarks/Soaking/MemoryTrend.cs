using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>How memory grows while the function app lives: one slope through all its lives, each of which starts at a height of its own.</summary>
/// <param name="MbPerHour">The slope.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record MemoryTrend(double MbPerHour, double Error)
{
    /// <summary>More than this, beyond twice the error, is growth: a leak of one kilobyte for each of 30,000 deliveries in an hour.</summary>
    public const double FlatMbPerHour = 30;

    // What is compiled, cached and opened once comes in the first rounds of a life.
    private const int WarmUp = 4;
    private const int Fewest = 5;

    public bool IsFlat => MbPerHour - (2 * Error) <= FlatMbPerHour;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MbPerHour:F1} MB per hour (standard error {Error:F1})");

    /// <summary>Null when no life was long enough to tell.</summary>
    /// <param name="points">All that was measured.</param>
    /// <param name="megabytes">What of it.</param>
    public static MemoryTrend? Of(IEnumerable<MemoryPoint> points, Func<MemoryPoint, double> megabytes)
    {
        var lives = points.GroupBy(point => point.Pid).Select(life => life.Skip(WarmUp).ToList()).Where(life => life.Count >= Fewest).ToList();
        var centred = lives.SelectMany(life => Centred(life, megabytes)).ToList();
        var spread = centred.Sum(point => point.X * point.X);
        if (spread == 0)
            return null;
        var slope = centred.Sum(point => point.X * point.Y) / spread;
        var rest = centred.Sum(point => Math.Pow(point.Y - (slope * point.X), 2));
        return new(slope, Math.Sqrt(rest / (centred.Count - lives.Count - 1) / spread));
    }

    private static IEnumerable<(double X, double Y)> Centred(List<MemoryPoint> life, Func<MemoryPoint, double> megabytes)
    {
        var (x, y) = (life.Average(point => point.Hours), life.Average(megabytes));
        return life.Select(point => (point.Hours - x, megabytes(point) - y));
    }
}
