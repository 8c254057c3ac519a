namespace Alerting.Bus;

/// <summary>Remembers why messages were refused, so that whoever looks at the dead letters learns what to mend.</summary>
public interface IRefusals
{
    /// <summary>Remembers a refusal; a later one of the same message replaces it.</summary>
    Task KeepAsync(Refusal refusal, CancellationToken cancellationToken);

    /// <summary>The refusals of some messages of an entity, in no order; none for a message that was not refused.</summary>
    /// <param name="entity">Where the messages came by.</param>
    /// <param name="messages">Their names: see <see cref="Refusal.NameOf"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<Refusal>> FindAsync(string entity, IReadOnlyCollection<string> messages, CancellationToken cancellationToken);
}
