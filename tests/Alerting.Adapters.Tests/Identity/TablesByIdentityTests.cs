using Alerting.Adapters.Tables;
using Alerting.Local.Identity;
using Alerting.Testing;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Against Azurite by https, which checks the issuer, audience and lifetime of tokens; who signed them and whose they are is checked by the door before it.</summary>
public sealed class TablesByIdentityTests(TablesByIdentityTests.Secured secured) : IClassFixture<TablesByIdentityTests.Secured>, IAsyncLifetime
{
    private Issuer issuer = null!;
    private EndpointCredential credential = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        issuer = await Issuer.StartAsync();
        credential = new(issuer);
    }

    public async ValueTask DisposeAsync()
    {
        credential.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task ATokenOfTheIdentityWritesAndReadsAndABadOneIsReportedAsSuch()
    {
        var tables = Connect();
        await tables.EnsureTablesAsync(Token);
        await tables.Directory.AddEntityAsync(new TableEntity("partition", "row") { ["Text"] = "kept" }, Token);

        Assert.Equal("kept", (await tables.Directory.GetEntityAsync<TableEntity>("partition", "row", cancellationToken: Token)).Value["Text"]);
        Assert.True((await HealthAsync(tables)).Up);

        await AssertRefusedAsync(new(ExpiresInSeconds: -60), "credential-expired");
        await AssertRefusedAsync(new(Audience: TrustedTokens.ServiceBus), "credential-refused");
        await AssertRefusedAsync(new(Refusal: "The identity was deleted."), "credential-refused");
    }

    [Fact]
    public async Task ATokenThatIsForgedOrSomebodyElsesIsReportedAsSuch()
    {
        await using var door = await TableDoor.StartAsync(issuer, secured.Azurite, secured.Certificate);
        await Connect(door.Endpoint).EnsureTablesAsync(Token);
        Assert.True((await HealthAsync(Connect(door.Endpoint))).Up);

        await AssertRefusedAsync(new(ForgedSignature: true), "credential-refused", door.Endpoint);
        await AssertRefusedAsync(new(ObjectId: "00000000-0000-4000-8000-0000000000f1"), "credential-refused", door.Endpoint);
    }

    [Fact]
    public async Task WithoutATokenNothingIsRead()
    {
        using var client = new HttpClient(secured.Certificate.Trusting());

        using var answer = await client.GetAsync($"{secured.Azurite.Endpoint}/Tables", Token);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task ACertificateThatNobodyTrustsIsNotSpokenTo()
    {
        var report = await HealthAsync(new AlertingTables(new() { Endpoint = secured.Azurite.Endpoint }, credential));

        Assert.Equal((false, null), (report.Up, report.Advice));
    }

    private static Task<DependencyReport> HealthAsync(AlertingTables tables) => DependencyReport.OfAsync(tables, new FakeTimeProvider(), Token);

    private async Task AssertRefusedAsync(IdentityWish wish, string problem, Uri? endpoint = null)
    {
        await issuer.WishAsync(wish);
        var tables = Connect(endpoint);

        var report = await HealthAsync(tables);

        Assert.Equal(("tables", false, problem), (report.Name, report.Up, report.Problem));
        Assert.NotNull(report.Advice);
    }

    /// <summary>One Azurite for all of them.</summary>
    public sealed class Secured : IAsyncLifetime
    {
        public LocalCertificate Certificate { get; } = new();

        public Azurite Azurite { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Azurite = await Azurite.StartAsync(Certificate);

        public async ValueTask DisposeAsync()
        {
            await Azurite.DisposeAsync();
            Certificate.Dispose();
        }
    }

    // The app's own pipeline, but for whom it trusts.
    private AlertingTables Connect(Uri? endpoint = null)
    {
        var pipeline = AlertingTables.Pipeline();
        pipeline.Transport = new HttpClientTransport(secured.Certificate.Trusting());
        return new(new() { Endpoint = endpoint ?? secured.Azurite.Endpoint }, pipeline, credential);
    }
}
