using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Local.SignIn;
using Alerting.Local.Stack;
using Microsoft.AspNetCore.Builder;

namespace Alerting.Local.Tests.SignIn;

/// <summary>The issuer on a free port, and a client that follows no redirects.</summary>
internal sealed class RunningIssuer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningIssuer(WebApplication app, Uri address)
    {
        this.app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public string Authority => new Uri(Client.BaseAddress!, $"{Registration.Tenant}/v2.0").AbsoluteUri;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningIssuer> StartAsync(string? keyFolder = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}/");
        var app = SignInApp.Build(address, keyFolder, TimeProvider.System);
        await app.StartAsync(Cancellation);
        return new RunningIssuer(app, address);
    }

    public async Task<string> TokenAsync(object wish)
    {
        using var answer = await Client.PostAsJsonAsync("/_tokens", wish, Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("access_token").GetString()!;
    }

    public async Task<string> RotateAsync()
    {
        using var answer = await Client.PostAsync("/_rotate", null, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("kid").GetString()!;
    }

    public async Task<string[]> KeyIdsAsync()
    {
        var keys = await Client.GetFromJsonAsync<JsonElement>(Discovery.Keys, Cancellation);
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // A caller may still be asking for keys.
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
