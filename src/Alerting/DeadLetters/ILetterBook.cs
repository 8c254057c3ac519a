namespace Alerting.DeadLetters;

/// <summary>The record of dead letters.</summary>
public interface ILetterBook
{
    /// <summary>Keeps a letter; one that is kept already stays as it is, with what was decided about it.</summary>
    Task KeepAsync(KeptLetter letter, CancellationToken cancellationToken);

    /// <summary>The letter, or null.</summary>
    Task<KeptLetter?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Letters, newest first.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="after">Only those older than the letter with this id; null for all.</param>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<KeptLetter>> ListAsync(LetterState? state, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Writes what was decided about a letter that is still as it was read.</summary>
    /// <param name="read">As it was read.</param>
    /// <param name="handling">The decision.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when somebody else was faster, or the letter is not there.</returns>
    Task<bool> TryHandleAsync(KeptLetter read, LetterHandling handling, CancellationToken cancellationToken);

    /// <summary>Letters that were decided to be sent again and are not known to be sent.</summary>
    Task<IReadOnlyList<KeptLetter>> UnsentAsync(CancellationToken cancellationToken);

    /// <summary>How many letters are open, by entity, 1000 at most; an entity without any is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountOpenAsync(CancellationToken cancellationToken);
}
