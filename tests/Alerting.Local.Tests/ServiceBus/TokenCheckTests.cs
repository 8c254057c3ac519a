using Alerting.Local.ServiceBus;
using Amqp;
using Amqp.Framing;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class TokenCheckTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AGivenCheckDecidesAboutEveryToken()
    {
        var asked = new List<CbsToken>();
        await using var broker = await RunningBroker.StartAsync(options => options with
        {
            TokenCheck = async (token, _) =>
            {
                await Task.Yield();
                asked.Add(token);
                return token.Token == "good" ? TokenVerdict.Until(DateTimeOffset.MaxValue) : TokenVerdict.Refused("unknown issuer");
            },
        });
        Assert.Equal((202, "Accepted"), await PutAsync(broker, "good"));
        Assert.Equal((401, "unknown issuer"), await PutAsync(broker, "bad"));
        Assert.Equal(new CbsToken("jwt", "sb://localhost/queue1", "good"), asked[0]);
    }

    [Fact]
    public async Task ACheckThatFailsIsAnswered()
    {
        await using var broker = await RunningBroker.StartAsync(options => options with
        {
            TokenCheck = (_, _) => throw new HttpRequestException("no token endpoint"),
        });
        Assert.Equal((500, "no token endpoint"), await PutAsync(broker, "good"));
    }

    [Fact]
    public async Task ATokenMayExpireOnTheBrokersClockOnly()
    {
        await using var broker = await RunningBroker.StartAsync(options => options with { TokenCheck = null });
        var end = broker.Time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        var token = $"SharedAccessSignature sr=x&sig=y&se={end}&skn=z";
        Assert.Equal((202, "Accepted"), await PutAsync(broker, token, "servicebus.windows.net:sastoken"));
        broker.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((401, "the token has expired"), await PutAsync(broker, token, "servicebus.windows.net:sastoken"));
    }

    private static async Task<(object Status, object Description)> PutAsync(RunningBroker broker, string token, string type = "jwt")
    {
        var session = await broker.SessionAsync();
        var sender = new SenderLink(session, "s", "$cbs");

        // As JavaScript does it: the receiving link has no target address, and reply-to is its name.
        var answers = new ReceiverLink(session, "answers", new Attach { Source = new Source { Address = "$cbs" }, Target = new Target() }, null);
        answers.SetCredit(1, CreditMode.Manual);
        var request = new Message(token)
        {
            Properties = new Properties { MessageId = "1", ReplyTo = "answers" },
            ApplicationProperties = new ApplicationProperties { ["operation"] = "put-token", ["type"] = type, ["name"] = "sb://localhost/queue1" },
        };
        await sender.SendAsync(request, Wait);
        var reply = await answers.ReceiveAsync(Wait);
        return (reply.ApplicationProperties["status-code"], reply.ApplicationProperties["status-description"]);
    }
}
