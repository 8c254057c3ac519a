using Alerting.Local.Functions.Queues;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Tests.Functions;

public sealed class ServiceBusListenerTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AFailedMessageComesBackUntilTheBrokerDeadLettersIt()
    {
        await using var app = (await BrokerApp.StartAsync()).Listen();
        await app.SendAsync("orders", "m-1");

        string? token = null;
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var call = await app.NextAsync();
            var metadata = Metadata(call);
            Assert.Equal($"{delivery}", (string?)metadata["DeliveryCount"]);
            Assert.Equal("\"m-1\"", (string?)metadata["MessageId"]);
            Assert.NotEqual(token, token = (string?)metadata["LockToken"]);
            call.Fail();
        }

        var dead = await app.TakeAsync("orders/$DeadLetterQueue");
        Assert.Equal("m-1", dead.Properties.MessageId);
        Assert.Equal("MaxDeliveryCountExceeded", dead.ApplicationProperties["DeadLetterReason"]);
        Assert.False(app.HasMore);
    }

    [Fact]
    public async Task ACompletedMessageIsGone()
    {
        await using var app = (await BrokerApp.StartAsync()).Listen(atOnce: 1);
        await app.SendAsync("orders", "m-1", "m-2");

        for (var i = 1; i <= 2; i++)
        {
            var call = await app.NextAsync();
            Assert.Equal($"\"m-{i}\"", (string?)Metadata(call)["MessageId"]);
            Assert.False(app.HasMore);
            call.Succeed();
        }
        await app.SendAsync("orders", "m-3");

        Assert.Equal("\"m-3\"", (string?)Metadata(await app.NextAsync())["MessageId"]);
    }

    [Fact]
    public async Task ABatchOfASubscriptionComesBackWhole()
    {
        var clock = new AwaitedClock(Noon);
        await using var app = await BrokerApp.StartAsync(clock);
        await app.SendAsync("news", "m-1", "m-2", "m-3");
        app.Listen("news/Subscriptions/plan", many: true, atOnce: 3);

        var first = await app.NextAsync();
        Assert.Equal("""["m-1","m-2","m-3"]""", (string?)Metadata(first)["MessageIdArray"]);
        first.Fail();
        var second = await app.NextAsync();
        Assert.Equal("[2,2,2]", (string?)Metadata(second)["DeliveryCountArray"]);
        second.Succeed();

        // A batch that is not full goes when the time to gather it is over.
        clock.Advance(TimeSpan.FromSeconds(1));
        await app.SendAsync("news", "m-4");
        await clock.ReachAsync(Noon + TimeSpan.FromSeconds(1) + BatchSize.Gathering);
        Assert.Equal("""["m-4"]""", (string?)Metadata(await app.NextAsync())["MessageIdArray"]);
    }

    [Fact]
    public async Task ALockIsKeptWhileTheFunctionRuns()
    {
        var clock = new AwaitedClock(Noon);
        await using var app = (await BrokerApp.StartAsync(clock)).Listen(atOnce: 1);
        await app.SendAsync("orders", "m-1");
        var call = await app.NextAsync();

        // The lock of a minute is renewed ten seconds before its end, and then again.
        for (var renewals = 1; renewals <= 3; renewals++)
            await clock.ReachAsync(Noon.AddSeconds(50 * renewals));
        await clock.IsAwaitedAsync(Noon.AddSeconds(200));
        call.Succeed();

        // One at a time: the next one comes when the first is settled, and a lost lock would bring the first again.
        await app.SendAsync("orders", "m-2");
        Assert.Equal("\"m-2\"", (string?)Metadata(await app.NextAsync())["MessageId"]);
        Assert.DoesNotContain(app.Log.All, line => line.Text.Contains("could not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheListenerComesBackAfterTheBrokerDoes()
    {
        await using var app = (await BrokerApp.StartAsync()).Listen();
        await app.Log.WaitForAsync("listening to orders");

        await app.StopBrokerAsync();
        await app.Log.WaitForAsync("no connection to orders");
        await app.StartBrokerAsync();
        await app.Log.WaitForAsync("listening to orders", times: 2);
        await app.SendAsync("orders", "m-1");

        (await app.NextAsync()).Succeed();
    }

    [Fact]
    public async Task AnEntityThatIsNotThereIsNamed()
    {
        await using var app = (await BrokerApp.StartAsync()).Listen("nowhere");

        var (_, text) = await app.Log.WaitForAsync("no connection to nowhere");

        Assert.Contains("amqp:not-found", text, StringComparison.Ordinal);
    }

    private static JObject Metadata(FakeInvoker.Call call) => (JObject)JObject.Parse(call.Envelope.ToJson())["Metadata"]!;
}
