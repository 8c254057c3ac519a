using Amqp;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>A client's receiving link for replies. A reply waits until the client has given credit for it.</summary>
internal sealed class ReplyEndpoint(ListenerLink link, ILogger log) : GuardedEndpoint(link, log)
{
    private readonly Lock gate = new();
    private readonly Queue<Message> waiting = [];
    private int credit;

    public void Send(Message reply) => Guard(() =>
    {
        lock (gate)
        {
            waiting.Enqueue(reply);
            SendWaiting();
        }
    });

    protected override void Flow(int delta, bool drain)
    {
        lock (gate)
        {
            credit = Math.Max(0, credit + delta);
            if (delta <= 0) Link.Restate(credit);
            SendWaiting();
            if (!drain) return;
            credit = 0;
            Link.FinishDrain();
        }
    }

    private void SendWaiting()
    {
        while (credit > 0 && waiting.TryDequeue(out var reply))
        {
            credit--;
            Link.SendMessage(reply);
        }
    }
}
