namespace Alerting.Bus;

/// <summary>Sends to queues and topics, at least once.</summary>
public interface IBus
{
    /// <summary>Sends messages to one queue or topic, in order; returns when the broker has taken them all.</summary>
    /// <exception cref="BusUnavailableException">The broker cannot be reached or refused; some may have been taken.</exception>
    Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken);

    /// <summary>Takes dead letters out of a queue or <c>topic/Subscriptions/name</c>, oldest first. Each is removed once it is kept, so it may come again, and is never lost.</summary>
    /// <param name="entity">Where from.</param>
    /// <param name="limit">At most so many, 1 to 250.</param>
    /// <param name="keep">Keeps one; when it throws, that letter and those after it stay.</param>
    /// <param name="cancellationToken">Stops the drain.</param>
    /// <returns>How many were taken.</returns>
    /// <exception cref="BusUnavailableException">The broker cannot be reached or refused.</exception>
    Task<int> DrainDeadLettersAsync(string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken);
}
