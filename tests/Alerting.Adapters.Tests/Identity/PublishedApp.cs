using System.Diagnostics;
using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>The function app as it is published, as a process of its own.</summary>
internal sealed partial class PublishedApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> output = [];

    private PublishedApp(string program, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The app ended: {Said()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new() { Timeout = Patience };

    public static async Task<PublishedApp> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var folder = Environment.GetEnvironmentVariable("ALERTING_FUNCTIONS") ?? Repository.PathTo("artifacts", "publish", "Alerting.Functions", "release");
        var program = Path.Combine(folder, "Alerting.Functions.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException("The function app is not published: run ./test, which does, or 'dotnet publish functions'.");
        var app = new PublishedApp(program, settings);
        app.Client.BaseAddress = await app.listening.Task.WaitAsync(Patience);
        // As the host does: until this is answered it sends nothing else.
        (await app.Client.GetAsync("/")).EnsureSuccessStatusCode();
        return app;
    }

    /// <summary>What it wrote.</summary>
    public string Said()
    {
        lock (output)
            return string.Join('\n', output);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (Address().Match(line) is { Success: true } found)
            listening.TrySetResult(new(found.Groups[1].Value));
    }

    [GeneratedRegex(@"listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Address();
}
