using Alerting.Ledger;

namespace Alerting.Declarations;

/// <summary>Where declarations and the record of decisions are kept. One decision is one atomic commit.</summary>
public interface IDeclarationStore
{
    /// <summary>The declaration, or null.</summary>
    Task<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken);

    /// <summary>All declarations in a state (null: in any), oldest proposal first.</summary>
    Task<IReadOnlyList<Declaration>> ListAsync(DeclarationState? state, CancellationToken cancellationToken);

    /// <summary>The head of the ledger. Read it before the declarations that a decision looks at: <see cref="TryCommitAsync"/> holds the decision to it.</summary>
    Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken);

    /// <summary>The answer remembered for an idempotency key, or null.</summary>
    Task<IdempotentReply?> FindReplyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes declaration, ledger entry, outbox row and remembered answer in one transaction.</summary>
    /// <returns>False, and nothing is written, when the ledger moved on since <paramref name="expected"/> was read: read again and decide again.</returns>
    Task<bool> TryCommitAsync(LedgerHead expected, DecisionCommit commit, CancellationToken cancellationToken);

    /// <summary>Ledger entries from a sequence number on, in order.</summary>
    IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(long fromSequence, CancellationToken cancellationToken);
}
