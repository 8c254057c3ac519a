using Amqp.Listener;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>What the library does not do by itself for links that send.</summary>
internal static class LinkFlow
{
    /// <summary>The library drops all credit when a flow does not raise it; this gives back what we count ourselves.</summary>
    public static void Restate(this ListenerLink link, int credit) => link.SetCredit(credit, drain: false);

    /// <summary>
    /// Uses up the credit and says so with the drain flag set: the library clears the flag, and rhea waits for it.
    /// </summary>
    public static void FinishDrain(this ListenerLink link)
    {
        link.CompleteDrain();
        link.SetCredit(0, drain: true);
    }
}
