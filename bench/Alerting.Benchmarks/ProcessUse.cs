using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What a process has used so far, as the Linux kernel counts it.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="PeakMemoryMb">Most resident memory ever.</param>
internal sealed record ProcessUse(double CpuSeconds, double PeakMemoryMb)
{
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int pid)
    {
        // Fields 14 and 15, counted after the name, which may hold spaces.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
        return new(ticks / TicksPerSecond, PeakOf(pid));
    }

    private static double PeakOf(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
