using System.Diagnostics;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>Runs a script of <c>infra/</c> as a person would.</summary>
internal static class Script
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Its exit code and what it wrote, standard output and then errors. <paramref name="with"/> are settings like <c>NAME=value</c>.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string name, string argument, CancellationToken ct, params string[] with)
    {
        var start = new ProcessStartInfo(Repository.PathTo("infra", name), [argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var setting in with)
            start.Environment[setting.Split('=', 2)[0]] = setting.Split('=', 2)[1];
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct).WaitAsync(Patience, ct);
        return (process.ExitCode, await output, await errors);
    }
}
