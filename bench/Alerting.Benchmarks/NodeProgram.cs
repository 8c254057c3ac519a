using System.Diagnostics;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>A Node program below <c>bench/</c> that says where it is on one line of JSON, and ends with this process.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;

    private NodeProgram(Process process, JsonElement said) => (this.process, Said) = (process, said);

    public JsonElement Said { get; }

    public int ProcessId => process.Id;

    /// <exception cref="InvalidOperationException">It ended without saying anything; what it complained of stands on standard error.</exception>
    public static async Task<NodeProgram> StartAsync(string file, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [Repository.PathTo("bench", file)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return new(process, JsonElement.Parse(line ?? throw new InvalidOperationException($"bench/{file} ended before it was ready.")));
        }
        catch
        {
            process.StandardInput.Close();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }
}
