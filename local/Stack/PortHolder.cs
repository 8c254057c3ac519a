using System.Globalization;

namespace Alerting.Local.Stack;

/// <summary>Finds out who listens on a port, where <c>/proc</c> tells it.</summary>
internal static class PortHolder
{
    private const string Listening = "0A";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>For example <c>node server.js (pid 4711)</c>; null when it can't be told.</summary>
    public static string? Find(int port)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var sockets = Tables.SelectMany(table => Sockets(table, port)).ToHashSet();
        return sockets.Count == 0 ? null : Processes().FirstOrDefault(pid => Holds(pid, sockets)) is { } found ? Describe(found) : null;
    }

    private static IEnumerable<string> Sockets(string table, int port)
    {
        var end = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return from line in File.Exists(table) ? File.ReadLines(table).Skip(1) : []
               let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where fields.Length > 9 && fields[1].EndsWith(end, StringComparison.Ordinal) && fields[3] == Listening
               select $"socket:[{fields[9]}]";
    }

    private static IEnumerable<string> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit));

    private static bool Holds(string pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile, or somebody else's.
            return false;
        }
    }

    private static string Describe(string pid)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries).Take(3);
            return $"{string.Join(' ', words.Select(word => Path.GetFileName(word) is { Length: > 0 } name ? name : word))} (pid {pid})";
        }
        catch (IOException)
        {
            return $"pid {pid}";
        }
    }
}
