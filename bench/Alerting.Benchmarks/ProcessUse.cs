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
        return new(ticks / TicksPerSecond, MegabytesOf(pid, "VmHWM:"));
    }

    /// <summary>What it used after an earlier moment; memory is the most ever.</summary>
    public ProcessUse Since(ProcessUse earlier) => this with { CpuSeconds = CpuSeconds - earlier.CpuSeconds };

    /// <summary>Resident memory now, in MB.</summary>
    public static double RestOf(int pid) => MegabytesOf(pid, "VmRSS:");

    /// <summary>The settings that a process was started with.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(int pid) => File.ReadAllText($"/proc/{pid}/environ")
        .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Select(setting => setting.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1]);

    private static double MegabytesOf(int pid, string field)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
