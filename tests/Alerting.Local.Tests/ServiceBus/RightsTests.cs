using Alerting.Local.ServiceBus;
using Amqp;
using Amqp.Framing;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>A broker that demands tokens: a link lives as long as a token for its entity.</summary>
public sealed class RightsTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutATokenNoLinkIsOpened()
    {
        await using var broker = await StartAsync();
        var session = await broker.SessionAsync();

        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new SenderLink(session, "s", "queue1")));
        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new ReceiverLink(session, "r", "topic1/Subscriptions/sub1")));
        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new SenderLink(session, "m", "queue1/$management")));
        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new SenderLink(session, "n", "no-such-queue")));
    }

    [Theory]
    [InlineData("sb://localhost:5672/queue1", "queue1", true)]
    [InlineData("amqps://localhost/QUEUE1/", "queue1", true)]
    [InlineData("sb://localhost/queue1", "queue1/$DeadLetterQueue", true)]
    [InlineData("sb://localhost/topic1", "topic1/Subscriptions/sub1", true)]
    [InlineData("sb://localhost/", "queue1", true)]
    [InlineData("sb://localhost", "queue1", true)]
    [InlineData("sb://localhost/queue", "queue1", false)]
    [InlineData("sb://localhost/topic1", "queue1", false)]
    [InlineData("sb://localhost/topic1/Subscriptions/other", "topic1/Subscriptions/sub1", false)]
    public async Task ATokenOpensItsEntityAndWhatIsBelowIt(string audience, string address, bool opens)
    {
        await using var broker = await StartAsync();
        var session = await broker.SessionAsync();
        await PutAsync(session, audience, "60");

        Assert.Equal(opens ? null : "amqp:unauthorized-access", await OpenAsync(session, address));
    }

    [Fact]
    public async Task ATokenIsGoodForItsConnectionAlone()
    {
        await using var broker = await StartAsync();
        await PutAsync(await broker.SessionAsync(), "sb://localhost/queue1", "60");

        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new SenderLink(await broker.SessionAsync(), "s", "queue1")));
    }

    [Fact]
    public async Task WhenItsTokenEndsALinkEndsAndNoOther()
    {
        await using var broker = await StartAsync();
        var session = await broker.SessionAsync();
        await PutAsync(session, "sb://localhost/queue1", "60");
        await PutAsync(session, "sb://localhost/topic1", "600");
        var (first, other) = (new SenderLink(session, "a", "queue1"), new SenderLink(session, "b", "topic1"));
        await first.SendAsync(new Message("1"), Wait);
        await other.SendAsync(new Message("1"), Wait);

        broker.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(first));
        await other.SendAsync(new Message("2"), Wait);
    }

    [Fact]
    public async Task ATokenPutAgainKeepsTheLink()
    {
        await using var broker = await StartAsync();
        var session = await broker.SessionAsync();
        await PutAsync(session, "sb://localhost/queue1", "60");
        var link = new SenderLink(session, "a", "queue1");
        await link.SendAsync(new Message("1"), Wait);

        for (var round = 0; round < 3; round++)
        {
            broker.Time.Advance(TimeSpan.FromSeconds(40));
            await PutAsync(session, "sb://localhost/queue1", "60");
            await link.SendAsync(new Message("again"), Wait);
        }

        Assert.False(link.IsClosed);
    }

    [Fact]
    public async Task ATokenWithoutRightsIsTakenAndOpensNothing()
    {
        await using var broker = await StartAsync();
        var session = await broker.SessionAsync();
        await PutAsync(session, "sb://localhost/queue1", "none");

        Assert.Equal("amqp:unauthorized-access", await RefusalAsync(new SenderLink(session, "s", "queue1")));
    }

    // The text of a token is how many seconds it lives.
    private static Task<RunningBroker> StartAsync() => RunningBroker.StartAsync(options => options with
    {
        DemandsTokens = true,
        TokenCheck = (token, _) => ValueTask.FromResult(
            double.TryParse(token.Token, out var seconds) ? TokenVerdict.Until(options.Time.GetUtcNow().AddSeconds(seconds)) : TokenVerdict.WithoutRights),
    });

    private static async Task PutAsync(Session session, string audience, string token)
    {
        var name = $"answers-{Guid.NewGuid():N}";
        var answers = new ReceiverLink(session, name, new Attach { Source = new Source { Address = "$cbs" }, Target = new Target { Address = name } }, null);
        answers.SetCredit(1, CreditMode.Manual);
        var sender = new SenderLink(session, $"to-{name}", "$cbs");
        var request = new Message(token)
        {
            Properties = new Properties { MessageId = "1", ReplyTo = name },
            ApplicationProperties = new ApplicationProperties { ["operation"] = "put-token", ["type"] = "jwt", ["name"] = audience },
        };
        await sender.SendAsync(request, Wait);
        var reply = await answers.ReceiveAsync(Wait);
        Assert.Equal(202, reply.ApplicationProperties["status-code"]);
    }

    // A refusal is an attach without the far end, and then a detach with the reason.
    private static Task<string?> OpenAsync(Session session, string address)
    {
        var opened = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var link = new ReceiverLink(session, "r", new Attach { Source = new Source { Address = address }, Target = new Target() }, (_, answer) =>
        {
            if (answer.Source is not null)
                opened.TrySetResult(null);
        });
        link.AddClosedCallback((_, error) => opened.TrySetResult(error?.Condition));
        return opened.Task.WaitAsync(Wait, Cancellation);
    }

    private static async Task<string?> RefusalAsync(Link link)
    {
        var closed = new TaskCompletionSource<Error?>(TaskCreationOptions.RunContinuationsAsynchronously);
        link.AddClosedCallback((_, error) => closed.TrySetResult(error));
        if (link.IsClosed)
            closed.TrySetResult(link.Error);
        return (await closed.Task.WaitAsync(Wait, Cancellation))?.Condition;
    }
}
