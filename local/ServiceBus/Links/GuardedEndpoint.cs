using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// Keeps a fault on its own link: an exception that leaves a callback would end the whole connection.
/// Also knows when the link has ended, because the library then reports every open delivery as released.
/// </summary>
internal abstract partial class GuardedEndpoint(ListenerLink link, ILogger log) : LinkEndpoint
{
    private volatile bool ended;

    protected ListenerLink Link { get; } = link;

    protected bool Ended => ended;

    protected ILogger Log { get; } = log;

    /// <summary>To be called before the attach is completed.</summary>
    public void Watch(Action whenEnded) => Link.AddClosedCallback((_, _) =>
    {
        ended = true;

        // The library holds the link's lock here, and a queue takes it after its own: never the other way round.
        ThreadPool.QueueUserWorkItem(_ => whenEnded());
    });

    public sealed override void OnMessage(MessageContext messageContext) =>
        Guard(() => Receive((CapturedMessage)messageContext.Message));

    public sealed override void OnFlow(FlowContext flowContext) => Guard(() => Flow(flowContext.Messages, Link.IsDraining));

    public sealed override void OnDisposition(DispositionContext dispositionContext)
    {
        if (!ended) Guard(() => Dispose(dispositionContext.Message, dispositionContext.DeliveryState, dispositionContext.Settled));
    }

    protected virtual void Receive(CapturedMessage message) => throw new InvalidOperationException("this link sends");

    protected virtual void Flow(int delta, bool drain) { }

    protected virtual void Dispose(Message message, DeliveryState? state, bool settled) { }

    protected void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (AmqpException) when (ended || Link.IsClosed)
        {
            // The client left in the middle of it.
        }
        catch (Exception fault)
        {
            Fault(Log, Link.Name, fault);
            Link.Close(TimeSpan.Zero, new Error(ErrorCode.InternalError) { Description = fault.Message });
        }
    }

    [LoggerMessage(LogLevel.Error, "link {Name} ended by a fault")]
    private static partial void Fault(ILogger logger, string name, Exception fault);
}
