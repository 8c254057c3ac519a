using System.Globalization;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Adapters.ServiceBus;

/// <summary>A pair of links to a node that answers requests: <c>$cbs</c>, or the <c>$management</c> of an entity.</summary>
internal sealed class RequestLink : IDisposable
{
    private readonly SenderLink requests;
    private readonly ReceiverLink replies;
    private readonly string replyTo;
    private readonly SemaphoreSlim turn = new(1);
    private long count;

    private RequestLink(SenderLink requests, ReceiverLink replies, string replyTo) =>
        (this.requests, this.replies, this.replyTo) = (requests, replies, replyTo);

    public bool IsOpen => !requests.IsClosed && !replies.IsClosed;

    /// <exception cref="AmqpException">The broker refused a link.</exception>
    public static async Task<RequestLink> OpenAsync(Session session, string node, CancellationToken cancellationToken)
    {
        var replyTo = $"reply-{Guid.NewGuid():N}";
        var (replies, _) = await LinkOpening.OpenAsync(
            opened => new ReceiverLink(session, replyTo, new Attach { Source = new Source { Address = node }, Target = new Target { Address = replyTo } }, opened),
            cancellationToken);
        var (requests, _) = await LinkOpening.OpenAsync(
            opened => new SenderLink(session, $"request-{replyTo}", new Attach { Source = new Source { Address = replyTo }, Target = new Target { Address = node } }, opened),
            cancellationToken);
        return new(requests, replies, replyTo);
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="AmqpException">The link broke, or the answer is a refusal.</exception>
    public async Task<Message> AskAsync(Message request, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var id = (++count).ToString(CultureInfo.InvariantCulture);
            request.Properties = new Properties { MessageId = id, ReplyTo = replyTo };
            await requests.SendAsync(request).WaitAsync(cancellationToken);
            return Checked(await AnswerAsync(id, cancellationToken));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        _ = requests.CloseAsync();
        _ = replies.CloseAsync();
        turn.Dispose();
    }

    // An answer to an earlier request, that nobody waited for to the end, is passed over.
    private async Task<Message> AnswerAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await replies.ReceiveAsync(Timeout.InfiniteTimeSpan).WaitAsync(cancellationToken) ?? throw BusFailure.Of(replies.Error);
            replies.Accept(answer);
            if (answer.Properties?.CorrelationId == id)
                return answer;
        }
    }

    private static Message Checked(Message answer)
    {
        var properties = answer.ApplicationProperties?.Map ?? new Map();
        var status = Convert.ToInt32(properties["statusCode"] ?? properties["status-code"] ?? 500, CultureInfo.InvariantCulture);
        return status is >= 200 and < 300
            ? answer
            : throw BusFailure.Refused(
                status,
                (properties["errorCondition"] ?? properties["error-condition"])?.ToString(),
                (properties["statusDescription"] ?? properties["status-description"])?.ToString());
    }
}
