using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Alerting.Benchmarks;

/// <summary>The answer to the fan-out question.</summary>
internal sealed record FanoutResult(int Recipients, double FirstMs, double LastMs, double RawPerSecond, IReadOnlyDictionary<string, ProcessUse> Processes)
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public double PerSecond => Recipients / (LastMs / 1000);

    public double Ratio => PerSecond / RawPerSecond;

    public double PeakMemoryMb => Processes["function app"].PeakMemoryMb;

    public void Print(TextWriter writer, bool json)
    {
        FormattableString[] lines =
        [
            $"fanout: {Recipients} SMS, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}",
            $"  first accepted      {FirstMs,10:F0} ms after the approval was sent",
            $"  last accepted       {LastMs,10:F0} ms",
            $"  rate                {PerSecond,10:F0} per s",
            $"  bare loop           {RawPerSecond,10:F0} per s, same requests, same stand-in, same run",
            $"  ratio               {Ratio,10:F2}",
        ];
        foreach (var line in lines)
            writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        foreach (var (role, use) in Processes)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {role,-18}  {use.CpuSeconds,10:F1} s cpu  {use.PeakMemoryMb,6:F0} MB at most"));
        if (json)
            writer.WriteLine(JsonSerializer.Serialize(
                new { Recipients, FirstMs = Math.Round(FirstMs), LastMs = Math.Round(LastMs), PerSecond = Math.Round(PerSecond), RawPerSecond = Math.Round(RawPerSecond), Ratio = Math.Round(Ratio, 3), PeakMemoryMb = Math.Round(PeakMemoryMb) },
                CamelCase));
    }
}
