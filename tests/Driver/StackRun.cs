using System.Diagnostics;
using System.Threading.Channels;

namespace Alerting.Testing;

/// <summary>
/// The local stack, or some parts of it, on free ports and with data of its own, as <c>./run</c> would start it.
/// It ends with this process, however that ends.
/// </summary>
public sealed class StackRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Channel<string> told = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<StackAddresses> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> errors = [];

    private StackRun(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [FindProgram(), "--json-status", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ALERTING_LIFELINE"] = "stdin";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => HearError(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where everything is. Of use when the stack is ready.</summary>
    public StackAddresses Addresses => ready.Task.GetAwaiter().GetResult();

    public int ProcessId => process.Id;

    /// <summary>All that it said on standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (errors)
                return string.Join('\n', errors);
        }
    }

    /// <summary>
    /// Starts everything, in memory and on free ports, and waits until it is ready. <paramref name="arguments"/> are options
    /// of <c>./run</c>, for example <c>--only twilio,signin</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">It ended before it was ready; the message says what it said.</exception>
    public static Task<StackRun> StartAsync(CancellationToken ct, params string[] arguments) =>
        StartAsync(new Dictionary<string, string>(), ct, arguments);

    /// <summary>The same, with settings that the function app finds in its environment, where they win over its file.</summary>
    public static async Task<StackRun> StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken ct, params string[] arguments)
    {
        var stack = Begin(settings, ["--ports", "auto", "--in-memory", .. arguments]);
        try
        {
            await stack.ready.Task.WaitAsync(Patience, ct);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it with these options and no others, and does not wait.</summary>
    public static StackRun Begin(params string[] arguments) => Begin(new Dictionary<string, string>(), arguments);

    private static StackRun Begin(IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var stack = new StackRun(arguments, settings);
        _ = stack.MournAsync();
        return stack;
    }

    /// <summary>Waits until it says something on standard error that contains <paramref name="text"/>.</summary>
    public async Task<string> HearAsync(string text, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await foreach (var line in told.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"The stack ended without saying '{text}':\n{Said}");
    }

    public async Task<StackAddresses> StatusAsync(CancellationToken ct)
    {
        using var web = new HttpClient();
        return StackAddresses.Read(await web.GetStringAsync($"{Addresses.StartPage}status", ct));
    }

    /// <summary>Kills the supervisor without warning, and nothing else.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits until it has ended, and says its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct).WaitAsync(Patience, ct);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    // Beside a test that refers to the local stack, the one just built; else the one that ./run, ./test and bench/run publish.
    private static string FindProgram()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "Alerting.Local.dll");
        var published = Repository.PathTo("artifacts", "publish", "Alerting.Local", "release", "Alerting.Local.dll");
        return File.Exists(beside) ? beside
            : File.Exists(published) ? published
            : throw new InvalidOperationException($"{published} is missing; ./test and ./run make it.");
    }

    private async Task MournAsync()
    {
        await process.WaitForExitAsync();
        told.Writer.TryComplete();
        if (ready.TrySetException(new InvalidOperationException($"The stack ended before it was ready:\n{Said}")))
            _ = ready.Task.Exception;
    }

    private void Hear(string? line)
    {
        if (line is not null && line.StartsWith('{'))
            ready.TrySetResult(StackAddresses.Read(line));
    }

    private void HearError(string? line)
    {
        if (line is null)
            return;
        lock (errors)
            errors.Add(line);
        told.Writer.TryWrite(line);
    }
}
