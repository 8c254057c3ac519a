using System.Net.Http.Json;
using Alerting.Local.Hosting;
using Alerting.Local.Identity;
using Alerting.Local.SignIn;
using Alerting.Testing;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>The stand-in that gives the app tokens of its identity, and publishes what they are checked with.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private Issuer(WebApplication app, Uri address)
    {
        (this.app, Address) = (app, address);
        client = new() { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Where the app asks for its tokens.</summary>
    public Uri Endpoint => new(Address, AppIdentity.Path);

    public static async Task<Issuer> StartAsync(TimeProvider? clock = null)
    {
        var address = new Uri($"http://127.0.0.1:{NodeProgram.FreePort()}/");
        var app = SignInApp.Build(address, null, clock ?? TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, address);
    }

    /// <summary>How its tokens are from now on.</summary>
    public async Task WishAsync(IdentityWish wish)
    {
        using var answer = await client.PostAsJsonAsync("/_identity", wish, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
