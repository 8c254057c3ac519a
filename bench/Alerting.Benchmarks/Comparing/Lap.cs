namespace Alerting.Benchmarks;

/// <summary>One contender telling everybody once.</summary>
/// <param name="FirstMs">From the asking to the first text message taken.</param>
/// <param name="LastMs">From the asking to the last text message taken.</param>
/// <param name="LastMailMs">From the asking to the last email taken; null when none was asked for.</param>
/// <param name="Cpu">Seconds of processor time by program, until it knew that all had arrived.</param>
internal sealed record Lap(double FirstMs, double LastMs, double? LastMailMs, IReadOnlyDictionary<string, double> Cpu)
{
    /// <summary>From the asking to the last message of all.</summary>
    public double EndMs => Math.Max(LastMs, LastMailMs ?? 0);

    /// <summary>The lap in the middle by time to the last message.</summary>
    public static Lap MedianOf(IReadOnlyCollection<Lap> laps) => laps.OrderBy(lap => lap.EndMs).ElementAt((laps.Count - 1) / 2);
}
