using System.Net;
using Alerting.Adapters.SignalR;
using Alerting.Boards;
using Alerting.Local.Hosting;
using Alerting.Local.Identity;
using Alerting.Local.SignalR;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using StandInOptions = Alerting.Local.SignalR.SignalROptions;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Against the stand-in for the boards' service, which checks the tokens of identities.</summary>
public sealed class BoardsByIdentityTests : IAsyncLifetime
{
    private Issuer issuer = null!;
    private TrustedTokens tokens = null!;
    private WebApplication standIn = null!;
    private ServiceProvider services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SignalRBoards Boards => services.GetRequiredService<SignalRBoards>();

    public async ValueTask InitializeAsync()
    {
        issuer = await Issuer.StartAsync();
        tokens = new(issuer.Address, TrustedTokens.SignalR, TimeProvider.System);
        standIn = SignalRApp.Build(new(0, StandInOptions.UsualKey) { Identities = tokens }, TimeProvider.System);
        await standIn.StartAsync(Token);
        services = Settings.Services(("SignalR:Endpoint", $"http://127.0.0.1:{Serving.PortOf(standIn)}"))
            .AddSingleton<TokenCredential>(new EndpointCredential(issuer))
            .AddSignalRBoards().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await standIn.DisposeAsync();
        tokens.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task ATokenOfTheIdentityPushesAndGetsATokenForABoard()
    {
        await Boards.SendAsync("declaration", "{}", Token);
        var connection = await Boards.ConnectAsync("board-1", Token);

        Assert.Equal("board-1", new JsonWebToken(connection.AccessToken).GetClaim("nameid").Value);
        Assert.True((await HealthAsync()).Up);
    }

    [Theory]
    [InlineData("expired", "credential-expired")]
    [InlineData("audience", "credential-refused")]
    [InlineData("forged", "credential-refused")]
    [InlineData("none", "credential-refused")]
    public async Task ATokenThatIsNotGoodOpensNothingAndIsReportedAsSuch(string spoilt, string problem)
    {
        await issuer.WishAsync(spoilt switch
        {
            "expired" => new(ExpiresInSeconds: -1),
            "audience" => new(Audience: TrustedTokens.ServiceBus),
            "forged" => new(ForgedSignature: true),
            _ => new(Refusal: "The identity was deleted."),
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => Boards.SendAsync("declaration", "{}", Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => Boards.ConnectAsync("board-1", Token));

        var report = await HealthAsync();
        Assert.Equal(("boards", false, problem), (report.Name, report.Up, report.Problem));
        Assert.NotNull(report.Advice);
    }

    [Fact]
    public async Task WithoutATokenNobodyPushesAndATokenOfAnIdentityIsNoBoards()
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Serving.PortOf(standIn)}") };
        using var credential = new EndpointCredential(issuer);
        var token = await credential.GetTokenAsync(new([$"{TrustedTokens.SignalR}/.default"]), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/api/hubs/alerting/:send?api-version=2022-11-01", null, Token)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/client/negotiate?hub=alerting", null, Token)).StatusCode);
    }

    private Task<DependencyReport> HealthAsync() => DependencyReport.OfAsync(Boards, new FakeTimeProvider(), Token);
}
