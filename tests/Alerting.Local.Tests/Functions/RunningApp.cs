using System.Globalization;
using System.Text.Json;
using Alerting.Local.Functions;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.Tests.Functions;

/// <summary>A runner with a real handler process, and the door through which the test steers that process.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly RecordingHandler control;
    private FunctionsRunner? runner;

    private RunningApp(Func<string, Task<string>> word) => control = new(async request =>
        new(200, [], "length", System.Text.Encoding.UTF8.GetBytes(await word(request.Line.Split(' ')[1].TrimStart('/')))));

    public FunctionsRunner Runner => runner!;

    public LogLines Log { get; } = new();

    public HttpClient Http { get; private set; } = new();

    /// <summary>The moments the handler has reported so far.</summary>
    public List<string> Moments() => [.. control.Taken().Select(r => r.Line.Split(' ')[1].TrimStart('/'))];

    /// <param name="word">What the handler hears at a moment of its life: start, stream, wait, stopping.</param>
    public static async Task<RunningApp> StartAsync(AppFolder folder, Func<string, Task<string>>? word = null,
        IEnumerable<(string, string)>? settings = null, TimeProvider? clock = null)
    {
        var app = new RunningApp(word ?? (_ => Task.FromResult("go")));
        (string, string)[] all = [("TEST_CONTROL", $"http://127.0.0.1:{app.control.Port}"), .. Inherited, .. settings ?? []];
        var loaded = folder.Load(out var errors, all);
        Assert.Empty(errors);
        app.runner = await FunctionsRunner.StartAsync(loaded!, AppFolder.SettingsOf(all),
            new(0, clock ?? TimeProvider.System, logging => logging.AddProvider(app.Log).AddFilter("Microsoft", LogLevel.Warning)));
        app.Http = new() { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{app.runner.Port}")) };
        return app;
    }

    /// <summary>What a .NET program needs to start.</summary>
    private static IEnumerable<(string, string)> Inherited => new[] { "PATH", "HOME", "DOTNET_ROOT" }
        .Select(name => (name, Environment.GetEnvironmentVariable(name) ?? ""))
        .Where(setting => setting.Item2.Length > 0);

    public async Task<JsonElement> StatusAsync()
    {
        using var json = JsonDocument.Parse(await Http.GetStringAsync("/admin/host/status", TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    /// <summary>Stops the runner, but keeps the test's side, so that late reports are still heard.</summary>
    public async Task StopRunnerAsync()
    {
        await Runner.DisposeAsync();
        runner = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (runner is not null)
            await runner.DisposeAsync();
        await control.DisposeAsync();
        Http.Dispose();
    }
}
