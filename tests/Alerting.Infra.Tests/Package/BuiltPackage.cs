using System.Diagnostics;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>What <c>infra/package</c> makes, made once for all tests of it.</summary>
public sealed class BuiltPackage : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("alerting-package-").FullName;

    public string Zip => Path.Combine(folder, "alerting.zip");

    /// <summary>The package as Azure lays it out on an instance.</summary>
    public string Unpacked => Path.Combine(folder, "app");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("bash", [Repository.PathTo("infra", "package"), Zip]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // As it is made for a release: from the lock files.
        start.Environment["CI"] = "true";
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, string.Concat(await said));
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(Zip, Unpacked);
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
