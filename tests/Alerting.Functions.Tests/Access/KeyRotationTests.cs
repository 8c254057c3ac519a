using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerting.Functions.Tests.Access;

public sealed class KeyRotationTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AlertingApp app = new();
    private readonly RotatingIssuer issuer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATokenByANewKeyIsBelievedWithoutARestart()
    {
        await using var running = Run();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(running, issuer.Token()));

        issuer.Rotate();

        await UntilAsync(running, issuer.Token(), HttpStatusCode.OK);
    }

    [Fact]
    public async Task ATokenByAWithdrawnKeyIsBelievedNoLongerOnceTheKeysWereAskedForAgain()
    {
        await using var running = Run();
        var old = issuer.Token();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(running, old));

        issuer.Rotate();
        issuer.WithdrawOldKeys();
        await UntilAsync(running, issuer.Token(), HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(running, old));
    }

    [Fact]
    public async Task AFloodOfUnknownKeysAsksForTheKeysOnceAndHarmsNobody()
    {
        await using var running = Run();
        var good = issuer.Token();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(running, good));
        using var stranger = RSA.Create(2048);

        for (var number = 0; number < 100; number++)
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(running, RotatingIssuer.ByStranger($"stranger-{number}", stranger)));

        Assert.InRange(issuer.Asked, 1, 2);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(running, good));
    }

    [Fact]
    public void KeysAreKeptForAnHourAndAskedForOnceAMinuteAtMost()
    {
        var jwt = app.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);

        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)), (jwt.AutomaticRefreshInterval, jwt.RefreshInterval));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        issuer.Dispose();
    }

    private WebApplicationFactory<Program> Run() => app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt => jwt.BackchannelHttpHandler = issuer)));

    // The keys are fetched beside the request that missed one.
    private static async Task UntilAsync(WebApplicationFactory<Program> running, string token, HttpStatusCode expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (await AskAsync(running, token) != expected)
            patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task<HttpStatusCode> AskAsync(WebApplicationFactory<Program> running, string token)
    {
        using var client = running.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.GetAsync("/api/bodies", Token);
        return answer.StatusCode;
    }
}
