namespace Alerting.Local.ServiceBus.Engine;

/// <summary>The receivers of a queue, served in turn. Not thread-safe: the queue guards it.</summary>
internal sealed class ConsumerRing
{
    private readonly List<Consumer> consumers = [];
    private int turn;

    public void Add(Consumer consumer) => consumers.Add(consumer);

    public void Remove(Consumer consumer) => consumers.Remove(consumer);

    public bool Contains(Consumer consumer) => consumers.Contains(consumer);

    /// <summary>The next receiver that wants a message.</summary>
    public Consumer? Next()
    {
        for (var tried = 0; tried < consumers.Count; tried++)
        {
            turn = (turn + 1) % consumers.Count;
            if (consumers[turn].Credit > 0) return consumers[turn];
        }

        return null;
    }
}
