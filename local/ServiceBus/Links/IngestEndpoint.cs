using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Messages;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A client's sending link: what comes in goes to a queue or topic, a batch as a whole or not at all.</summary>
internal sealed class IngestEndpoint(ListenerLink link, ISendTarget target, long limit, ILogger log) : GuardedEndpoint(link, log)
{
    protected override void Receive(CapturedMessage message) => Link.DisposeMessage(message, Take(message), settled: true);

    private Outcome Take(CapturedMessage message)
    {
        if (message.Bytes.Length > limit) return new Rejected { Error = Errors.TooLarge(message.Bytes.Length, limit) };
        var contents = MessageReader.Read(message.Bytes, message.Format, out var problem);
        if (contents is null) return new Rejected { Error = Errors.Malformed(problem) };
        foreach (var content in contents) target.Send(content);
        return new Accepted();
    }
}
