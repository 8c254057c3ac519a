namespace Alerting.Local.ServiceBus.Engine;

/// <summary>
/// A receiver of a queue. The queue calls it, and reads and writes its credit, under its own lock;
/// it must not call the queue back from there.
/// </summary>
internal abstract class Consumer
{
    /// <summary>How many messages the receiver still wants.</summary>
    public int Credit { get; set; }

    /// <summary>Receive-and-delete: a message is gone when it is handed over.</summary>
    public abstract bool DeletesOnReceive { get; }

    /// <summary>The connection that holds the locks.</summary>
    public abstract object? Owner { get; }

    /// <summary>Hands a message over; false when the receiver is gone.</summary>
    public abstract bool Deliver(QueuedMessage message);

    /// <summary>The receiver stated its credit without asking for more.</summary>
    public abstract void Restate(int credit);

    /// <summary>There is nothing more to deliver: the receiver gives up the credit that is left.</summary>
    public abstract void Drain();
}
