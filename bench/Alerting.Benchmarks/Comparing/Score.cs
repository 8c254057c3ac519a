using System.Text.Json.Serialization;

namespace Alerting.Benchmarks;

/// <summary>What a contender came to.</summary>
/// <param name="FirstMs">From the asking to the first text message taken.</param>
/// <param name="LastMs">From the asking to the last text message taken.</param>
/// <param name="PerSecond">Text messages per second, from the asking to the last.</param>
/// <param name="LastMailMs">From the asking to the last email taken; null when none was asked for.</param>
/// <param name="EndMs">From the asking to the last message of all.</param>
/// <param name="PeakMemoryMb">Of its own programs, at most.</param>
/// <param name="Cpu">Seconds of processor time by program in that lap.</param>
internal sealed record Score(
    double FirstMs, double LastMs, double PerSecond, double? LastMailMs, double EndMs, double PeakMemoryMb, [property: JsonIgnore] IReadOnlyDictionary<string, double> Cpu)
{
    public static Score Of(int recipients, Lap lap, double peakMemoryMb) =>
        new(
            Math.Round(lap.FirstMs),
            Math.Round(lap.LastMs),
            Math.Round(recipients / (lap.LastMs / 1000), 1),
            lap.LastMailMs,
            Math.Round(lap.EndMs),
            Math.Round(peakMemoryMb),
            lap.Cpu);
}
