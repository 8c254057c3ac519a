using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A client's sending link for requests: takes each, has it answered, and sends the reply on the client's other link.</summary>
internal sealed partial class RequestEndpoint(ListenerLink link, string node, IRequestHandler handler, ReplyRoutes routes, ILogger log)
    : GuardedEndpoint(link, log)
{
    protected override void Receive(CapturedMessage message)
    {
        var request = Decode(message);
        var route = routes.Find(Link.Session.Connection, node, request?.Properties?.ReplyTo);
        Outcome outcome = request is null ? new Rejected { Error = Errors.Malformed("the request cannot be decoded") }
            : route is null ? new Rejected { Error = Errors.NotAllowed("reply-to names no receiving link of this connection and node") }
            : new Accepted();
        Link.DisposeMessage(message, outcome, settled: true);
        if (request is not null && route is not null) _ = AnswerAsync(request, route);
    }

    private static Message? Decode(CapturedMessage message)
    {
        try
        {
            var bytes = message.Bytes.ToArray();
            return Message.Decode(new ByteBuffer(bytes, 0, bytes.Length, bytes.Length));
        }
        catch (Exception fault) when (Messages.MessageReader.IsDecoding(fault))
        {
            return null;
        }
    }

    private async Task AnswerAsync(Message message, ReplyEndpoint route)
    {
        try
        {
            var reply = await handler.AnswerAsync(Read(message)).ConfigureAwait(false);
            route.Send(Compose(message, reply));
        }
        catch (Exception fault)
        {
            Failed(Log, node, fault);
            route.Send(Compose(message, new Reply(500, fault.Message, ErrorCode.InternalError)));
        }
    }

    private Request Read(Message message)
    {
        var properties = message.ApplicationProperties?.Map.ToDictionary(entry => entry.Key.ToString()!, object? (entry) => entry.Value) ?? [];
        return new(properties.GetValueOrDefault("operation") as string, properties, message.Body, Link.Session.Connection);
    }

    private Message Compose(Message request, Reply reply)
    {
        var message = new Message(reply.Body ?? []) { Properties = new Properties(), ApplicationProperties = new ApplicationProperties() };
        if (request.Properties?.GetMessageId() is { } id) message.Properties.SetCorrelationId(id);
        message.ApplicationProperties[handler.StatusNames.Code] = reply.Status;
        message.ApplicationProperties[handler.StatusNames.Description] = reply.Description;
        if (reply.Condition is not null) message.ApplicationProperties["errorCondition"] = new Symbol(reply.Condition);
        return message;
    }

    [LoggerMessage(LogLevel.Error, "a request to {Node} failed")]
    private static partial void Failed(ILogger logger, string node, Exception fault);
}
