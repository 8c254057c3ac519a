using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Alerting.Benchmarks;

/// <summary>The answer to the comparison.</summary>
internal sealed record CompareResult(int Recipients, Score Ours, Score Peer, double RawPerSecond)
{
    private const double WorthSaying = 0.005;

    /// <summary>By the rates of text messages.</summary>
    public double Ratio => Math.Round(Ours.PerSecond / Peer.PerSecond, 2);

    /// <summary>By the time until everybody has everything.</summary>
    public double EndRatio => Math.Round(Peer.EndMs / Ours.EndMs, 2);

    public void Print(TextWriter writer, bool json)
    {
        Say(writer, $"compare: {Recipients} SMS each, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}");
        Say(writer, $"                         ours        peer");
        Say(writer, $"  first accepted   {Ours.FirstMs,10:F0}  {Peer.FirstMs,10:F0} ms after it was asked for");
        Say(writer, $"  last accepted    {Ours.LastMs,10:F0}  {Peer.LastMs,10:F0} ms");
        Say(writer, $"  rate             {Ours.PerSecond,10:F0}  {Peer.PerSecond,10:F0} per s; the bare loop {RawPerSecond:F0}");
        if (Ours.LastMailMs is { } oursMail && Peer.LastMailMs is { } peerMail)
            Say(writer, $"  last email       {oursMail,10:F0}  {peerMail,10:F0} ms");
        Say(writer, $"  memory           {Ours.PeakMemoryMb,10:F0}  {Peer.PeakMemoryMb,10:F0} MB at most: the function app; web and worker");
        Say(writer, $"  ratio            {Ratio,10:F2}  by the rates of text messages; {EndRatio:F2} by the time to the last message of all");
        Say(writer, $"  processor time per recipient, ms:");
        foreach (var program in Ours.Cpu.Keys)
            SayCpu(writer, program, Ours.Cpu[program] / Recipients * 1000, Peer.Cpu[program] / Recipients * 1000);
        if (json)
            writer.WriteLine(JsonSerializer.Serialize(new { Recipients, Ours, Peer, Ratio, EndRatio, RawPerSecond = Math.Round(RawPerSecond) }, JsonSerializerOptions.Web));
    }

    private static void SayCpu(TextWriter writer, string program, double ours, double peer)
    {
        if (ours >= WorthSaying || peer >= WorthSaying)
            Say(writer, $"    {program,-16} {ours,8:F3}  {peer,10:F3}");
    }

    private static void Say(TextWriter writer, FormattableString line) => writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
