namespace Alerting.Outbox;

/// <summary>The messages promised and not yet known to be sent. They are added by the commit of a decision only.</summary>
public interface IOutbox
{
    /// <summary>Messages promised before <paramref name="createdBefore"/>, oldest first.</summary>
    /// <param name="createdBefore">Younger ones are still in the hands of the request that made them.</param>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<OutboxMessage>> PendingAsync(DateTimeOffset createdBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets a message that the bus has taken; a second call does nothing.</summary>
    Task RemoveAsync(string messageId, CancellationToken cancellationToken);
}
