using Alerting.Adapters.ServiceBus;
using Alerting.Adapters.Tests.ServiceBus;
using Alerting.Bus;
using Alerting.Local.Identity;
using Alerting.Local.ServiceBus;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Against a broker that checks the tokens of identities and ends links without a right, on one clock with us.</summary>
public sealed class BusByIdentityTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new(Some.Now);
    private Issuer issuer = null!;
    private TrustedTokens tokens = null!;
    private EndpointCredential credential = null!;
    private Broker broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        issuer = await Issuer.StartAsync(clock);
        tokens = new(issuer.Address, TrustedTokens.ServiceBus, clock);
        credential = new(issuer);
        var check = BrokerTokens.Check(tokens);
        broker = await Broker.StartAsync(options => options with
        {
            Time = clock,
            DemandsTokens = true,
            TokenCheck = (token, cancellationToken) => token.Type == Broker.ReceiverToken
                ? ValueTask.FromResult(TokenVerdict.Until(DateTimeOffset.MaxValue))
                : check(token, cancellationToken),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        credential.Dispose();
        tokens.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task ATokenOfTheIdentityOpensTheBroker()
    {
        await using var bus = Connect();

        await bus.SendAsync("plain", [Some.BusMessage("m1")], Token);

        Assert.Equal("m1", (await broker.ReceiveAsync("plain", 1))[0].Properties.MessageId);
        Assert.True((await HealthAsync(bus)).Up);
        Assert.Equal(0, await bus.DrainDeadLettersAsync("plain", 1, (_, _) => Task.CompletedTask, Token));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(4)]
    public async Task ATokenIsShownAgainBeforeItEndsAndTheSameLinkGoesOn(int seconds)
    {
        await issuer.WishAsync(new(ExpiresInSeconds: seconds));
        var connection = await OpenAsync();
        var first = (await connection.SenderAsync("plain")).Link;

        for (var round = 0; round < 6; round++)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds * 0.6));
            Assert.Same(first, (await connection.SenderAsync("plain")).Link);
            await first.SendAsync(AmqpMessages.Of(Some.BusMessage($"m{round}"))).WaitAsync(Patience, Token);
        }

        Assert.Equal(7, credential.Count);
        Assert.Equal(6, (await broker.ReceiveAsync("plain", 6)).Count);
        await connection.CloseAsync();
    }

    [Fact]
    public async Task ALinkThatWasIdleUntilItsTokenEndedIsOpenedAgain()
    {
        await issuer.WishAsync(new(ExpiresInSeconds: 60));
        var connection = await OpenAsync();
        var first = (await connection.SenderAsync("plain")).Link;
        var ended = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        first.AddClosedCallback((_, error) => ended.TrySetResult(error?.Description));

        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Contains("expired", await ended.Task.WaitAsync(Patience, Token), StringComparison.Ordinal);
        var second = (await connection.SenderAsync("plain")).Link;
        Assert.NotSame(first, second);
        await second.SendAsync(AmqpMessages.Of(Some.BusMessage("after"))).WaitAsync(Patience, Token);
        Assert.Equal("after", (await broker.ReceiveAsync("plain", 1))[0].Properties.MessageId);
        await connection.CloseAsync();
    }

    [Fact]
    public async Task WhoMakesTheTokensMayBeAwayWhileTheLastOneIsGood()
    {
        await issuer.WishAsync(new(ExpiresInSeconds: 3600));
        await using var bus = Connect();
        await bus.SendAsync("plain", [Some.BusMessage("before")], Token);
        await issuer.StopAsync();

        clock.Advance(TimeSpan.FromMinutes(55));
        await bus.SendAsync("plain", [Some.BusMessage("meanwhile")], Token);

        Assert.Equal(["before", "meanwhile"], (await broker.ReceiveAsync("plain", 2)).Select(message => message.Properties.MessageId));
    }

    [Theory]
    [InlineData("expired", "credential-expired")]
    [InlineData("audience", "credential-refused")]
    [InlineData("forged", "credential-refused")]
    [InlineData("stranger", "credential-refused")]
    [InlineData("none", "credential-refused")]
    public async Task ATokenThatIsNotGoodOpensNothingAndIsReportedAsSuch(string spoilt, string problem)
    {
        await issuer.WishAsync(spoilt switch
        {
            "expired" => new(ExpiresInSeconds: -1),
            "audience" => new(Audience: TrustedTokens.SignalR),
            "forged" => new(ForgedSignature: true),
            "stranger" => new(ObjectId: "00000000-0000-4000-8000-0000000000ff"),
            _ => new(Refusal: "The identity was deleted."),
        });
        await using var bus = Connect();

        await Assert.ThrowsAsync<BusUnavailableException>(() => bus.SendAsync("plain", [Some.BusMessage()], Token));

        var report = await HealthAsync(bus);
        Assert.Equal(("service-bus", false, problem), (report.Name, report.Up, report.Problem));
        Assert.NotNull(report.Advice);
    }

    private static async Task<DependencyReport> HealthAsync(AmqpBus bus) => await DependencyReport.OfAsync(bus, new FakeTimeProvider(), Token);

    private AmqpBus Connect() => new(
        new() { FullyQualifiedNamespace = "unused", Timeout = TimeSpan.FromSeconds(20) }, clock, ServiceBusAddress.Parse(broker.ConnectionString), _ => EntraTokens.From(credential));

    private Task<BusConnection> OpenAsync() =>
        BusConnection.OpenAsync(ServiceBusAddress.Parse(broker.ConnectionString), EntraTokens.From(credential), clock, Patience);
}
