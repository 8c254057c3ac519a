using System.Diagnostics;

namespace Alerting.Testing;

/// <summary>What can befall a process.</summary>
public static class Signals
{
    /// <summary>Ends it without warning.</summary>
    public static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It is gone already, and that is what was wanted.
        }
    }

    /// <summary>Holds it: it keeps its connections and answers nothing.</summary>
    public static Task StopAsync(int pid, CancellationToken cancellationToken) => SendAsync("STOP", pid, cancellationToken);

    /// <summary>Lets it go on.</summary>
    public static Task ContinueAsync(int pid, CancellationToken cancellationToken) => SendAsync("CONT", pid, cancellationToken);

    // .NET has no words for these; every shell has.
    private static async Task SendAsync(string signal, int pid, CancellationToken cancellationToken)
    {
        using var shell = Process.Start("sh", ["-c", $"kill -{signal} {pid}"]);
        await shell.WaitForExitAsync(cancellationToken);
        if (shell.ExitCode != 0)
            throw new InvalidOperationException($"SIG{signal} did not reach process {pid}.");
    }
}
