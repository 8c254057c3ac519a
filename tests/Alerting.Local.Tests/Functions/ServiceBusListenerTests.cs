using Newtonsoft.Json.Linq;

namespace Alerting.Local.Tests.Functions;

public sealed class ServiceBusListenerTests
{
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
        await using var app = await BrokerApp.StartAsync();
        await app.SendAsync("news", "m-1", "m-2", "m-3");
        app.Listen("news/Subscriptions/plan", many: true);

        var first = await app.NextAsync();
        Assert.Equal("""["m-1","m-2","m-3"]""", (string?)Metadata(first)["MessageIdArray"]);
        first.Fail();
        var second = await app.NextAsync();
        Assert.Equal("[2,2,2]", (string?)Metadata(second)["DeliveryCountArray"]);
        second.Succeed();

        await app.SendAsync("news", "m-4");
        Assert.Equal("""["m-4"]""", (string?)Metadata(await app.NextAsync())["MessageIdArray"]);
    }

    [Fact]
    public async Task ALockIsKeptWhileTheFunctionRuns()
    {
        await using var app = (await BrokerApp.StartAsync()).Listen();
        await app.SendAsync("orders", "m-1");
        var call = await app.NextAsync();

        // A second delivery would come after the lock duration of five seconds, were it not renewed halfway.
        await Assert.ThrowsAsync<TimeoutException>(() => app.NextAsync().WaitAsync(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken));
        call.Succeed();
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
