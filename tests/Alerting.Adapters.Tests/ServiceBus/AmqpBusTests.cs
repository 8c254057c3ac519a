using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alerting.Adapters.ServiceBus;
using Alerting.Bus;
using Alerting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

/// <summary>Against the broker of the local stack.</summary>
public sealed class AmqpBusTests : IAsyncLifetime
{
    private Broker broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => broker = await Broker.StartAsync();

    public ValueTask DisposeAsync() => broker.DisposeAsync();

    [Fact]
    public async Task AMessageArrivesWithAllItsProperties()
    {
        await using var bus = broker.Connect();
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        await bus.SendAsync("plain", [new("m1", "{}"u8.ToArray()) { Subject = "approved", ContentType = "application/cloudevents+json", TraceParent = trace }], Token);

        var message = Assert.Single(await broker.ReceiveAsync("plain", 1));
        Assert.Equal("{}"u8.ToArray(), message.Body);
        Assert.Equal(("m1", "approved", "application/cloudevents+json"), (message.Properties.MessageId, message.Properties.Subject, (string)message.Properties.ContentType));
        Assert.Equal(trace, message.ApplicationProperties["traceparent"]);
        Assert.Equal(trace, message.ApplicationProperties["Diagnostic-Id"]);
    }

    [Fact]
    public async Task WithoutATraceOfItsOwnAMessageCarriesTheCurrentOne()
    {
        await using var bus = broker.Connect();
        using var work = new Activity("work").SetIdFormat(ActivityIdFormat.W3C).Start();

        await bus.SendAsync("plain", [Some.BusMessage()], Token);

        Assert.Equal(work.Id, (await broker.ReceiveAsync("plain", 1))[0].ApplicationProperties["traceparent"]);
    }

    [Fact]
    public async Task ABatchBeyondTheLimitOfOneMessageArrivesWholeAndInOrder()
    {
        await using var bus = broker.Connect();
        var messages = Enumerable.Range(0, 30).Select(number => new BusMessage($"m{number:D2}", new byte[100_000])).ToList();

        await bus.SendAsync("once", messages, Token);

        Assert.Equal(messages.Select(message => message.MessageId), (await broker.ReceiveAsync("once", 30)).Select(message => message.Properties.MessageId));
    }

    [Fact]
    public async Task ARepeatedMessageIdIsDroppedInABatchAndAfterIt()
    {
        await using var bus = broker.Connect();

        await bus.SendAsync("once", [Some.BusMessage("a"), Some.BusMessage("b"), Some.BusMessage("a")], Token);
        await bus.SendAsync("once", [Some.BusMessage("b")], Token);
        await bus.SendAsync("once", [Some.BusMessage("last")], Token);

        Assert.Equal(["a", "b", "last"], (await broker.ReceiveAsync("once", 3)).Select(message => message.Properties.MessageId));
    }

    [Fact]
    public async Task AMessageForLaterComesAfterOneForNow()
    {
        var clock = new FakeTimeProvider(Some.Now);
        await using var own = await Broker.StartAsync(clock);
        await using var bus = own.Connect();
        var hour = TimeSpan.FromHours(1);

        await bus.SendAsync("plain", [Some.BusMessage("later") with { NotBefore = clock.GetUtcNow() + hour }, Some.BusMessage("now")], Token);

        Assert.Equal("now", (await own.ReceiveAsync("plain", 1))[0].Properties.MessageId);
        clock.Advance(hour);
        Assert.Equal("later", (await own.ReceiveAsync("plain", 1))[0].Properties.MessageId);
    }

    [Fact]
    public async Task ASubscriptionGetsWhatItsRuleSelects()
    {
        await using var bus = broker.Connect();

        await bus.SendAsync(Entities.Declarations, [Some.BusMessage("p") with { Subject = "proposed" }, Some.BusMessage("a") with { Subject = "approved" }], Token);

        Assert.Equal("a", (await broker.ReceiveAsync("declarations/Subscriptions/approved", 1))[0].Properties.MessageId);
    }

    [Fact]
    public async Task ManySendersAtOnceLoseNothing()
    {
        await using var bus = broker.Connect();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Token },
            async (number, token) => await bus.SendAsync(number % 2 == 0 ? "plain" : "once", [Some.BusMessage($"m{number}")], token));

        Assert.Equal(200, (await broker.ReceiveAsync("plain", 200)).DistinctBy(message => message.Properties.MessageId).Count());
        Assert.Equal(200, (await broker.ReceiveAsync("once", 200)).DistinctBy(message => message.Properties.MessageId).Count());
        Assert.Equal(2, broker.Tokens.Count);
    }

    [Fact]
    public async Task TheRightToAnEntityIsShownAgainBeforeItEnds()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bus = broker.Connect(time);
        await bus.SendAsync("plain", [Some.BusMessage()], Token);
        time.Advance(TimeSpan.FromMinutes(49));
        await bus.SendAsync("plain", [Some.BusMessage()], Token);
        Assert.Single(broker.Tokens);

        time.Advance(TimeSpan.FromMinutes(2));
        await bus.SendAsync("plain", [Some.BusMessage()], Token);

        Assert.Equal(2, broker.Tokens.Count);
        Assert.All(broker.Tokens, token => Assert.Equal($"sb://127.0.0.1:{broker.Port}/plain", token.Audience));
    }

    [Fact]
    public async Task AfterARestartOfTheBrokerSendingGoesOn()
    {
        await using var bus = broker.Connect();
        await bus.SendAsync("plain", [Some.BusMessage("before")], Token);

        await broker.RestartAsync();
        await bus.SendAsync("plain", [Some.BusMessage("after")], Token);

        Assert.Equal("after", (await broker.ReceiveAsync("plain", 1))[0].Properties.MessageId);
    }

    [Fact]
    public async Task ABrokerThatIsGoneIsUnavailableUntilItIsBack()
    {
        await using var bus = broker.Connect();
        await bus.SendAsync("plain", [Some.BusMessage()], Token);
        await broker.StopAsync();

        await Assert.ThrowsAsync<BusUnavailableException>(() => bus.SendAsync("plain", [Some.BusMessage()], Token));
        await Assert.ThrowsAsync<BusUnavailableException>(() => bus.DrainDeadLettersAsync("plain", 10, (_, _) => Task.CompletedTask, Token));
        Assert.False((await DependencyReport.OfAsync(bus, new FakeTimeProvider(), Token)).Up);

        await broker.RestartAsync();
        await bus.SendAsync("plain", [Some.BusMessage("back")], Token);
        Assert.Equal("back", (await broker.ReceiveAsync("plain", 1))[0].Properties.MessageId);
        Assert.True((await DependencyReport.OfAsync(bus, new FakeTimeProvider(), Token)).Up);
    }

    [Fact]
    public async Task ABrokerThatSaysNothingIsUnavailableWhenTheTimeIsUp()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        var time = new FakeTimeProvider();
        await using var bus = new AmqpBus(
            new() { ConnectionString = broker.ConnectionString.Replace($":{broker.Port}", $":{port}", StringComparison.Ordinal), Timeout = TimeSpan.FromSeconds(10) },
            time);

        var sending = bus.SendAsync("plain", [Some.BusMessage()], Token);
        using var heard = await silent.AcceptTcpClientAsync(Token);
        time.Advance(TimeSpan.FromSeconds(10));

        var failure = await Assert.ThrowsAsync<BusUnavailableException>(() => sending);

        Assert.Contains("no answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntityThatDoesNotExistIsRefusedByNameAndHarmsNoOther()
    {
        await using var bus = broker.Connect();

        var failure = await Assert.ThrowsAsync<BusUnavailableException>(() => bus.SendAsync("no-such-queue", [Some.BusMessage()], Token));

        Assert.Contains("no-such-queue", failure.Message, StringComparison.Ordinal);
        Assert.Contains("amqp:not-found", failure.Message, StringComparison.Ordinal);
        await bus.SendAsync("plain", [Some.BusMessage("fine")], Token);
        Assert.Single(await broker.ReceiveAsync("plain", 1));
    }

    [Fact]
    public async Task AMessageThatIsTooBigIsRefused()
    {
        await using var bus = broker.Connect();

        await Assert.ThrowsAsync<BusUnavailableException>(() => bus.SendAsync("plain", [new("big", new byte[2_000_000])], Token));

        await bus.SendAsync("plain", [Some.BusMessage("small")], Token);
        Assert.Equal("small", (await broker.ReceiveAsync("plain", 1))[0].Properties.MessageId);
    }

    [Fact]
    public async Task TheCallersCancellationIsNotAnOutage()
    {
        await using var bus = broker.Connect();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bus.SendAsync("plain", [Some.BusMessage()], cancelled.Token));
    }

    [Fact]
    public async Task IsReachedThroughOneSettingThatTheFunctionsHostReadsToo()
    {
        await using var services = Settings.Services(("ServiceBus", broker.ConnectionString)).AddServiceBus().BuildServiceProvider();

        await services.GetRequiredService<IBus>().SendAsync("plain", [Some.BusMessage()], Token);

        Assert.Single(await broker.ReceiveAsync("plain", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SharedAccessKeyName=a;SharedAccessKey=b")]
    [InlineData("Endpoint=https://a;SharedAccessKeyName=a;SharedAccessKey=b")]
    [InlineData("Endpoint=sb://a;SharedAccessKeyName=a")]
    public void RefusesAConnectionStringThatIsNotWhole(string connectionString)
    {
        using var services = Settings.Services(("ServiceBus:ConnectionString", connectionString), ("ServiceBus:Timeout", "0"))
            .AddServiceBus().BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IBus>());

        Assert.Equal(["ServiceBus:ConnectionString", "ServiceBus:Timeout"], failure.Failures.Select(problem => problem.Split(' ')[0]));
    }
}
