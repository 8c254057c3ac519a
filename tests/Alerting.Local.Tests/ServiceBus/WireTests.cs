using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Transactions;
using Amqp.Types;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>What other clients than the JavaScript one do, on the wire.</summary>
public sealed class WireTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Mechanisms => ["MSSBCBS", "ANONYMOUS", "PLAIN", "EXTERNAL"];

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public async Task EverySaslMechanismOfTheClientsIsAccepted(string mechanism)
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = mechanism switch
        {
            "MSSBCBS" => await broker.SessionAsync(new MsSbCbsProfile()),
            "PLAIN" => await broker.SessionAsync("user:secret@", null),
            "EXTERNAL" => await broker.SessionAsync(SaslProfile.External),
            _ => await broker.SessionAsync(SaslProfile.Anonymous),
        };
        Assert.Equal("hello", await PassAsync(session, "queue1", "queue1"));
    }

    [Theory]
    [InlineData("/queue1", "/queue1")]
    [InlineData("QUEUE1", "Queue1")]
    [InlineData("dept%20a/queue%202", "/dept%20a%2Fqueue%202")]
    [InlineData("/topic1", "/topic1/Subscriptions/sub1")]
    [InlineData("topic1", "topic1/subscriptions/SUB1")]
    public async Task AddressesAreUnderstoodHoweverAClientWritesThem(string target, string source)
    {
        await using var broker = await RunningBroker.StartAsync();
        Assert.Equal("hello", await PassAsync(await broker.SessionAsync(), target, source));
    }

    [Fact]
    public async Task TheDeliveryTagIsTheLockTokenInSixteenBytes()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        await SendAsync(session, "queue1", new Message("x"));
        var message = await Receiver(session, "queue1").ReceiveAsync(Wait);
        Assert.Equal(16, message.DeliveryTag.Length);
        var requests = new RequestLinks(session, "queue1/$management");
        var reply = await requests.AskAsync("com.microsoft:renew-lock", new Map { ["lock-tokens"] = new[] { new Guid(message.DeliveryTag) } });
        Assert.Equal(200, reply.ApplicationProperties["statusCode"]);
        var ends = Assert.IsType<DateTime[]>(Assert.IsType<Map>(reply.Body)["expirations"]);
        Assert.Equal(broker.Time.GetUtcNow().UtcDateTime.AddMinutes(1), Assert.Single(ends));
    }

    [Fact]
    public async Task ALockThatEndsOnTheBrokersClockIsLostOnTheLinkAndTheMessageComesAgain()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        await SendAsync(session, "queue1", new Message("x"));
        var receiver = Receiver(session, "queue1", credit: 2);
        var stale = await receiver.ReceiveAsync(Wait);
        broker.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await receiver.ReceiveAsync(Wait);
        Assert.Equal(1u, again.Header.DeliveryCount);
        Assert.NotEqual(stale.DeliveryTag, again.DeliveryTag);
        var reply = await new RequestLinks(session, "queue1/$management").AskAsync(
            "com.microsoft:update-disposition",
            new Map { ["lock-tokens"] = new[] { new Guid(stale.DeliveryTag) }, ["disposition-status"] = "completed" });
        Assert.Equal((410, "com.microsoft:message-lock-lost"), (reply.ApplicationProperties["statusCode"], reply.ApplicationProperties["errorCondition"].ToString()));
    }

    [Fact]
    public async Task IdsOfEveryKindSurvive()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        var receiver = Receiver(session, "queue1", credit: 10);
        foreach (object id in new object[] { "text", 42UL, Guid.NewGuid(), new byte[] { 1, 2, 3 } })
        {
            var sent = new Message("x") { Properties = new Properties() };
            sent.Properties.SetMessageId(id);
            sent.Properties.SetCorrelationId(id);
            await SendAsync(session, "queue1", sent);
            var message = await receiver.ReceiveAsync(Wait);
            Assert.Equal(id, message.Properties.GetMessageId());
            Assert.Equal(id, message.Properties.GetCorrelationId());
        }
    }

    [Fact]
    public async Task BytesThatAreNoMessageAreRejectedAndTheLinkGoesOn()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        var sender = new SenderLink(session, "s", "queue1");
        var garbage = new Message { BodySection = new Data { Binary = [0x00, 0x53, 0x73, 0xc0, 0xff, 0xff] }, Format = 0x80013700 };
        var refused = await Assert.ThrowsAsync<AmqpException>(() => sender.SendAsync(garbage, Wait));
        Assert.Equal("amqp:decode-error", refused.Error.Condition.ToString());
        await sender.SendAsync(new Message("sound"), Wait);
        Assert.Equal("sound", (await Receiver(session, "queue1").ReceiveAsync(Wait)).Body);
    }

    [Fact]
    public async Task AMessageOverTheLimitIsRefusedByItsCondition()
    {
        await using var broker = await RunningBroker.StartAsync(options => options with { MaxMessageBytes = 1000 });
        var session = await broker.SessionAsync();
        var attached = new TaskCompletionSource<Attach>();
        var sender = new SenderLink(session, "s", new Attach { Source = new Source(), Target = new Target { Address = "queue1" } }, (_, attach) => attached.SetResult(attach));
        Assert.Equal(1000UL, (await attached.Task.WaitAsync(Wait, TestContext.Current.CancellationToken)).MaxMessageSize);
        var refused = await Assert.ThrowsAsync<AmqpException>(() => sender.SendAsync(new Message(new byte[1000]), Wait));
        Assert.Equal("amqp:link:message-size-exceeded", refused.Error.Condition.ToString());
        await sender.SendAsync(new Message(new byte[900]), Wait);
    }

    [Fact]
    public async Task TransactionsAreRefusedAndTheConnectionGoesOn()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        var refused = new TaskCompletionSource<Error>();
        var coordinator = new SenderLink(session, "tx", new Attach { Source = new Source(), Target = new Coordinator() }, null);
        coordinator.AddClosedCallback((_, error) => refused.TrySetResult(error));
        var error = await refused.Task.WaitAsync(Wait, TestContext.Current.CancellationToken);
        Assert.Equal(("amqp:not-implemented", "transactions are not supported by this emulator."), (error.Condition.ToString(), error.Description));
        Assert.Equal("hello", await PassAsync(session, "queue1", "queue1"));
    }

    [Fact]
    public async Task ALinkWithoutAnAddressIsRefused()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        var refused = new TaskCompletionSource<Error>();
        var sender = new SenderLink(session, "s", new Attach { Source = new Source(), Target = new Target() }, null);
        sender.AddClosedCallback((_, error) => refused.TrySetResult(error));
        Assert.Equal("amqp:invalid-field", (await refused.Task.WaitAsync(Wait, TestContext.Current.CancellationToken)).Condition.ToString());
        Assert.Equal("hello", await PassAsync(session, "queue1", "queue1"));
    }

    [Fact]
    public async Task ADetachKeepsTheLocks()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        await SendAsync(session, "hidden", new Message("x"));
        var receiver = Receiver(session, "hidden");
        var message = await receiver.ReceiveAsync(Wait);
        await receiver.CloseAsync();
        var reply = await new RequestLinks(session, "hidden/$management").AskAsync(
            "com.microsoft:update-disposition",
            new Map { ["lock-tokens"] = new[] { new Guid(message.DeliveryTag) }, ["disposition-status"] = "completed" });
        Assert.Equal(200, reply.ApplicationProperties["statusCode"]);
    }

    [Fact]
    public async Task DuplicatedBodySectionsArriveAsTheyWereSent()
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        var bodies = new DataList();
        bodies.Add(new Data { Binary = [1, 2] });
        bodies.Add(new Data { Binary = [3] });
        await SendAsync(session, "queue1", new Message { BodySection = bodies });
        var received = Assert.IsType<DataList>((await Receiver(session, "queue1").ReceiveAsync(Wait)).BodySection);
        Assert.Equal([[1, 2], [3]], Enumerable.Range(0, received.Count).Select(at => received[at].Binary));
    }

    private static async Task<object> PassAsync(Session session, string target, string source)
    {
        await SendAsync(session, target, new Message("hello"));
        var receiver = Receiver(session, source);
        var message = await receiver.ReceiveAsync(Wait);
        receiver.Accept(message);
        return message.Body;
    }

    private static async Task SendAsync(Session session, string target, Message message)
    {
        var sender = new SenderLink(session, $"sender-{Guid.NewGuid()}", target);
        await sender.SendAsync(message, Wait);
        await sender.CloseAsync();
    }

    private static ReceiverLink Receiver(Session session, string source, int credit = 1)
    {
        var receiver = new ReceiverLink(session, $"receiver-{Guid.NewGuid()}", source);
        receiver.SetCredit(credit, CreditMode.Manual);
        return receiver;
    }
}
