using System.Runtime.InteropServices;

namespace Alerting.Local;

/// <summary>Sessions and process groups, which .NET has no words for.</summary>
internal static partial class Native
{
    private const int KillSignal = 9;

    /// <summary>
    /// A session of its own: Ctrl-C reaches the supervisor only, and what this process starts shares its process group.
    /// </summary>
    public static void LeaveTheTerminal()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetSid();
    }

    /// <summary>Ends what a dead leader left behind in its group.</summary>
    public static void KillGroup(int leader)
    {
        if (!OperatingSystem.IsWindows())
            _ = Kill(-leader, KillSignal);
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
