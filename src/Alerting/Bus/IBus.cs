namespace Alerting.Bus;

/// <summary>Sends to queues and topics, at least once.</summary>
public interface IBus
{
    /// <summary>Sends messages to one queue or topic, in order; returns when the broker has taken them all.</summary>
    /// <exception cref="BusUnavailableException">The broker cannot be reached or refused; some may have been taken.</exception>
    Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken);

    /// <summary>Looks at dead letters of a queue or <c>topic/Subscriptions/name</c> without taking them.</summary>
    /// <param name="entity">Where to look.</param>
    /// <param name="limit">At most so many, 1 to 250.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <exception cref="BusUnavailableException">The broker cannot be reached or refused.</exception>
    Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string entity, int limit, CancellationToken cancellationToken);
}
