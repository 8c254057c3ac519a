using Alerting.Declarations;
using Alerting.Ledger;

namespace Alerting.Tests.Declarations;

/// <summary>A store in which others come first a number of times; each time they do something before our commit is refused.</summary>
internal sealed class ContendedStore(IDeclarationStore inner, int losses, Func<Task>? meanwhile = null) : IDeclarationStore
{
    private int left = losses;

    public int Tries { get; private set; }

    public Task<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<Declaration>> ListAsync(DeclarationState? state, CancellationToken cancellationToken) =>
        inner.ListAsync(state, cancellationToken);

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => inner.ReadHeadAsync(cancellationToken);

    public Task<IdempotentReply?> FindReplyAsync(string key, CancellationToken cancellationToken) => inner.FindReplyAsync(key, cancellationToken);

    public async Task<bool> TryCommitAsync(LedgerHead expected, DecisionCommit commit, CancellationToken cancellationToken)
    {
        Tries++;
        if (left-- <= 0)
            return await inner.TryCommitAsync(expected, commit, cancellationToken);
        if (meanwhile is not null)
            await meanwhile();
        return false;
    }

    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(long fromSequence, CancellationToken cancellationToken) =>
        inner.ReadLedgerAsync(fromSequence, cancellationToken);
}
