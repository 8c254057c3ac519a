using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Driver;

/// <summary>What <c>./run</c> starts, on free ports with data in memory, for as long as somebody needs it.</summary>
public sealed class RunningSystem : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();
    private readonly Uri startPage;

    private RunningSystem(Process process, JsonElement status)
    {
        this.process = process;
        startPage = new(status.GetProperty("startPage").GetString()!);
        Parts = PartsOf(status);
        var settings = JsonDocument.Parse(File.ReadAllText(status.GetProperty("settings").GetString()!)).RootElement;
        Mail = new(Parts["maildev"].Address);
        Twilio = new(Parts["twilio"].Address, settings.GetProperty("Values"));
    }

    /// <summary>What runs, by role, as it was when the stack became ready; <see cref="RefreshAsync"/> looks again.</summary>
    public IReadOnlyDictionary<string, StackPart> Parts { get; private set; }

    public TwilioDoor Twilio { get; }

    public MailDoor Mail { get; }

    /// <summary>The folder that holds <c>Alerting.sln</c>.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Starts the published stack; further options as for <c>./run</c>.</summary>
    public static async Task<RunningSystem> StartAsync(CancellationToken cancellationToken, params string[] options)
    {
        var program = Path.Combine(Repository, "artifacts/publish/Alerting.Local/release/Alerting.Local.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException($"{program} is missing. ./run and ./test build it.");
        string[] arguments = [program, "--ports", "auto", "--in-memory", "--json-status", .. options];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = Repository };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (!line.StartsWith('{'))
                continue;
            // Somebody has to go on reading, or the stack stops at a full pipe.
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return new(process, JsonDocument.Parse(line).RootElement);
        }

        throw new InvalidOperationException($"The local stack ended before it was ready: {string.Join('\n', said)}");
    }

    /// <summary>A client of the function app, signed in as one of the four people; without a name, nobody.</summary>
    public async Task<HttpClient> ClientAsync(string? person, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = Parts["functions"].Address, Timeout = TimeSpan.FromMinutes(5) };
        if (person is null)
            return client;
        using var response = await http.PostAsync(new Uri(startPage, $"tokens/{person}"), null, cancellationToken);
        await response.DemandAsync(cancellationToken);
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Process id of the function app itself, which the runner started.</summary>
    public async Task<int> FunctionAppAsync(CancellationToken cancellationToken)
    {
        var status = await http.GetFromJsonAsync<JsonElement>(new Uri(Parts["functions"].Address, "admin/host/status"), cancellationToken);
        return status.GetProperty("handlerPid").GetInt32();
    }

    /// <summary>Starts a timer function now.</summary>
    public async Task RunTimerAsync(string function, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(new Uri(Parts["functions"].Address, $"admin/functions/{function}"), new { }, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    /// <summary>Looks again at what runs: processes that were restarted have other ids.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        Parts = PartsOf(await http.GetFromJsonAsync<JsonElement>(new Uri(startPage, "status"), cancellationToken));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Twilio.Dispose();
        Mail.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static Dictionary<string, StackPart> PartsOf(JsonElement status) =>
        status.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("role").GetString()!, StackPart.Of);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alerting.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Not inside a checkout: no Alerting.sln above this program.");
    }
}
