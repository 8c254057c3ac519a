using System.Runtime.CompilerServices;
using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Outbox;

namespace Alerting.Testing;

/// <summary>Declarations, ledger, outbox and remembered answers under one lock.</summary>
public sealed class InMemoryDeclarationStore(TimeProvider? time = null) : IDeclarationStore, IOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<DeclarationId, Declaration> declarations = [];
    private readonly List<LedgerEntry> ledger = [];
    private readonly Dictionary<string, OutboxMessage> outbox = [];
    private readonly Dictionary<string, IdempotentReply> replies = [];
    private LedgerHead head = new(0, LedgerHead.Genesis, 0, "0");

    /// <summary>So many of the next listings fail.</summary>
    public int FailedListings { get; set; }

    public Task<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken) =>
        Locked(() => declarations.GetValueOrDefault(id));

    public Task<IReadOnlyList<Declaration>> ListAsync(DeclarationState? state, CancellationToken cancellationToken) =>
        FailedListings-- > 0 ? throw new IOException("The tables do not answer.") : Locked<IReadOnlyList<Declaration>>(() =>
        [
            .. declarations.Values
                .Where(declaration => state is null || declaration.State == state)
                .OrderBy(declaration => declaration.ProposedAt)
                .ThenBy(declaration => declaration.Id.Value, StringComparer.Ordinal),
        ]);

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => Locked(() => head);

    public Task<IdempotentReply?> FindReplyAsync(string key, CancellationToken cancellationToken) =>
        Locked(() => replies.GetValueOrDefault(key) is { } reply && reply.At > Now().AddHours(-24) ? reply : null);

    public Task<bool> TryCommitAsync(LedgerHead expected, DecisionCommit commit, CancellationToken cancellationToken) =>
        Locked(() =>
        {
            if (expected.Version != head.Version)
                return false;
            declarations[commit.Declaration.Id] = commit.Declaration;
            ledger.Add(commit.Entry);
            outbox[commit.Message.MessageId] = commit.Message;
            if (commit.Reply is { } reply)
                replies[reply.Key] = reply;
            var sequence = Math.Max(head.DeclarationSequence, commit.Declaration.Sequence ?? 0);
            head = new(commit.Entry.Sequence, commit.Entry.Hash, sequence, $"{commit.Entry.Sequence}");
            return true;
        });

    public async IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(long fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await Locked(() => ledger.Where(entry => entry.Sequence >= fromSequence).ToList()))
            yield return entry;
    }

    public Task<IReadOnlyList<OutboxMessage>> PendingAsync(DateTimeOffset createdBefore, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<OutboxMessage>>(() =>
            [.. outbox.Values.Where(message => message.CreatedAt < createdBefore).OrderBy(message => message.CreatedAt).Take(limit)]);

    public Task RemoveAsync(string messageId, CancellationToken cancellationToken) => Locked(() => outbox.Remove(messageId));

    private DateTimeOffset Now() => (time ?? TimeProvider.System).GetUtcNow();

    private Task<T> Locked<T>(Func<T> act)
    {
        lock (gate)
            return Task.FromResult(act());
    }
}
