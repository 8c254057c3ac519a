using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.Functions.Queues;

/// <summary>Requests to an entity's <c>$management</c>, where a settlement is confirmed, unlike on the link.</summary>
internal sealed class ManagementLink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> waiting = new();
    private readonly string replyTo = $"runner-{Guid.NewGuid():N}";
    private readonly SenderLink sender;

    public ManagementLink(Session session, string entity)
    {
        var address = entity + "/$management";
        var receiver = new ReceiverLink(session, replyTo, new Attach
        {
            Source = new Source { Address = address },
            Target = new Target { Address = replyTo }
        }, null);
        receiver.Start(200, (link, reply) =>
        {
            link.Accept(reply);
            if (reply.Properties?.GetCorrelationId()?.ToString() is { } id && waiting.TryRemove(id, out var request))
                request.TrySetResult(reply);
        });
        sender = new SenderLink(session, replyTo + "-out", address);
        receiver.Closed += (_, error) => FailAll(error);
        sender.Closed += (_, error) => FailAll(error);
    }

    /// <summary>The reply's body; a refusal throws <see cref="AmqpException"/> with the broker's condition.</summary>
    public async Task<Map?> RequestAsync(string operation, Map body, TimeProvider clock)
    {
        var id = Guid.NewGuid().ToString("N");
        var answered = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await sender.SendAsync(new Message(body)
            {
                Properties = new() { MessageId = id, ReplyTo = replyTo },
                ApplicationProperties = new() { ["operation"] = operation }
            });
            return Check(await answered.Task.WaitAsync(Patience, clock));
        }
        catch (TimeoutException)
        {
            throw new AmqpException(new Symbol("com.microsoft:timeout"), $"no answer to {operation}");
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    private static Map? Check(Message reply)
    {
        var properties = reply.ApplicationProperties;
        if (properties["statusCode"] is int status and >= 200 and < 300)
            return (reply.BodySection as AmqpValue)?.Value as Map;
        var condition = properties["errorCondition"]?.ToString() ?? properties["statusCode"]?.ToString() ?? "unknown";
        throw new AmqpException(new Symbol(condition), properties["statusDescription"]?.ToString() ?? condition);
    }

    private void FailAll(Error? error)
    {
        foreach (var (id, _) in waiting)
            if (waiting.TryRemove(id, out var request))
                request.TrySetException(new AmqpException(error?.Condition ?? new Symbol("amqp:connection:forced"), error?.Description ?? "the connection is gone"));
    }
}
