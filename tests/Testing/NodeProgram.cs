using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alerting.Testing;

/// <summary>A Node program that runs as long as it is needed; it ends with this process, however that ends.</summary>
public sealed class NodeProgram : IAsyncDisposable
{
    // The program's standard input is a pipe that we hold: when we are gone it is closed.
    private const string Lifeline = "data:text/javascript,process.stdin.resume();process.stdin.on('end',()=>process.exit())";
    private const int FirstPort = 12_000;
    private const int Ports = 8_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static int nextPort = Random.Shared.Next(Ports);

    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> output = [];

    private NodeProgram(string readyText, string script, string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["--import", Lifeline, script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, readyText);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, readyText);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{script} ended: {Said()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// A port that nobody listened on a moment ago, and another each time. It lies below those that systems hand out by
    /// themselves, so that nobody is given it meanwhile.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + (int)((uint)Interlocked.Increment(ref nextPort) % Ports);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there: the next one.
            }
        }
    }

    /// <summary>Starts a script and waits until it has said <paramref name="readyText"/>.</summary>
    /// <exception cref="InvalidOperationException">It ended before that, or never said it.</exception>
    public static async Task<NodeProgram> StartAsync(string readyText, string script, params string[] arguments)
    {
        if (!File.Exists(script))
            throw new InvalidOperationException($"{Path.GetRelativePath(Repository.Root, script)} is missing: run 'npm ci' in the folder above its node_modules, or ./test, which does.");
        var program = new NodeProgram(readyText, script, arguments);
        try
        {
            await program.ready.Task.WaitAsync(Patience);
            return program;
        }
        catch (TimeoutException)
        {
            await program.DisposeAsync();
            throw new InvalidOperationException($"{script} did not say '{readyText}' but: {program.Said()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    private void Hear(string? line, string readyText)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (line.Contains(readyText, StringComparison.Ordinal))
            ready.TrySetResult();
    }

    private string Said()
    {
        lock (output)
            return string.Join('\n', output);
    }
}
