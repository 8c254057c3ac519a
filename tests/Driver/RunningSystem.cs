using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing;

/// <summary>The whole system as <c>./run</c> starts it, with the doors that people and scripts use.</summary>
public sealed class RunningSystem : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly StackRun run;

    private RunningSystem(StackRun run)
    {
        this.run = run;
        var settings = JsonDocument.Parse(File.ReadAllText(run.Addresses.Settings)).RootElement;
        Mail = new(run.Addresses["maildev"].Address);
        Twilio = new(run.Addresses["twilio"].Address, settings.GetProperty("Values"));
    }

    public TwilioDoor Twilio { get; }

    public MailDoor Mail { get; }

    /// <summary>Where everything was when it became ready; processes that are restarted get other ids: <see cref="StatusAsync"/>.</summary>
    public StackAddresses Addresses => run.Addresses;

    /// <summary>Starts it on free ports with data in memory; further options as for <c>./run</c>.</summary>
    public static async Task<RunningSystem> StartAsync(CancellationToken cancellationToken, params string[] options) =>
        new(await StackRun.StartAsync(cancellationToken, options));

    /// <summary>The same, with other settings of the function app than the usual ones.</summary>
    public static async Task<RunningSystem> StartAsync(
        IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, params string[] options) =>
        new(await StackRun.StartAsync(settings, cancellationToken, options));

    /// <summary>A client of the function app, signed in as one of the four people; without a name, nobody.</summary>
    public async Task<HttpClient> ClientAsync(string? person, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = Addresses["functions"].Address, Timeout = TimeSpan.FromMinutes(5) };
        if (person is null)
            return client;
        using var response = await http.PostAsync(new Uri(Addresses.StartPage, $"tokens/{person}"), null, cancellationToken);
        await response.DemandAsync(cancellationToken);
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>What runs now.</summary>
    public Task<StackAddresses> StatusAsync(CancellationToken cancellationToken) => run.StatusAsync(cancellationToken);

    /// <summary>Process id of the function app itself, which the runner started.</summary>
    public async Task<int> FunctionAppAsync(CancellationToken cancellationToken)
    {
        var status = await http.GetFromJsonAsync<JsonElement>(new Uri(Addresses["functions"].Address, "admin/host/status"), cancellationToken);
        return status.GetProperty("handlerPid").GetInt32();
    }

    /// <summary>Starts a timer function now.</summary>
    public async Task RunTimerAsync(string function, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(new Uri(Addresses["functions"].Address, $"admin/functions/{function}"), new { }, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Twilio.Dispose();
        Mail.Dispose();
        await run.DisposeAsync();
    }
}
