namespace Alerting.Benchmarks;

/// <summary>One contender telling everybody once.</summary>
/// <param name="FirstMs">From the asking to the first message taken.</param>
/// <param name="LastMs">From the asking to the last message taken.</param>
/// <param name="Cpu">Seconds of processor time by program, until it knew that all had arrived.</param>
internal sealed record Lap(double FirstMs, double LastMs, IReadOnlyDictionary<string, double> Cpu)
{
    /// <summary>The lap in the middle by time to the last message.</summary>
    public static Lap MedianOf(IReadOnlyCollection<Lap> laps) => laps.OrderBy(lap => lap.LastMs).ElementAt((laps.Count - 1) / 2);
}
