using Amqp;
using Amqp.Framing;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>Asks a node such as $management and waits for the answer.</summary>
internal sealed class RequestLinks
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);
    private readonly string replyTo = $"answers-{Guid.NewGuid()}";
    private readonly SenderLink sender;

    public RequestLinks(Session session, string node)
    {
        sender = new SenderLink(session, $"requests-{replyTo}", node);
        var attach = new Attach { Source = new Source { Address = node }, Target = new Target { Address = replyTo } };
        Answers = new ReceiverLink(session, replyTo, attach, null);
    }

    /// <summary>Without credit of its own: an answer comes when it is asked for.</summary>
    public ReceiverLink Answers { get; }

    public async Task<Message> AskAsync(string operation, object body)
    {
        await RequestAsync(operation, body);
        Answers.SetCredit(1, CreditMode.Manual);
        return await Answers.ReceiveAsync(Wait);
    }

    public Task RequestAsync(string operation, object body, object? id = null)
    {
        var request = new Message(body)
        {
            Properties = new Properties { ReplyTo = replyTo },
            ApplicationProperties = new ApplicationProperties { ["operation"] = operation },
        };
        request.Properties.SetMessageId(id ?? Guid.NewGuid().ToString());
        return sender.SendAsync(request, Wait);
    }
}
