using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Outbox;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Declarations, ledger, outbox and remembered answers in table <c>Declarations</c>.</summary>
public sealed class TableDeclarationStore(AlertingTables tables, TimeProvider time) : IDeclarationStore, IOutbox
{
    private static readonly TimeSpan ReplyKept = TimeSpan.FromHours(24);
    private readonly TableClient table = tables.Declarations;
    private readonly KeptDeclarations kept = new(tables.Declarations);

    /// <inheritdoc />
    public Task<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellationToken) =>
        FindAsync(DeclarationRows.Declaration(id), StoredJson.Default.Declaration, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Declaration>> ListAsync(DeclarationState? state, CancellationToken cancellationToken)
    {
        var all = await kept.ReadAsync(cancellationToken);
        return state is null ? all : [.. all.Where(declaration => declaration.State == state)];
    }

    /// <inheritdoc />
    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => DeclarationRows.HeadAsync(table, cancellationToken);

    /// <inheritdoc />
    public async Task<IdempotentReply?> FindReplyAsync(string key, CancellationToken cancellationToken)
    {
        var reply = await FindAsync(DeclarationRows.Reply(key), StoredJson.Default.IdempotentReply, cancellationToken);
        return reply is not null && reply.At > time.GetUtcNow() - ReplyKept ? reply : null;
    }

    /// <inheritdoc />
    public async Task<bool> TryCommitAsync(LedgerHead expected, DecisionCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(DeclarationRows.Transaction(expected, commit), cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.IsThere() || failure.HasMoved())
        {
            return await IsOursAsync(commit.Entry, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(long fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = RowRange.Of(DeclarationRows.Partition, DeclarationRows.LedgerPrefix, DeclarationRows.Ledger(fromSequence));
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            yield return RowContent.Read(row, StoredJson.Default.LedgerEntry);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutboxMessage>> PendingAsync(DateTimeOffset createdBefore, int limit, CancellationToken cancellationToken)
    {
        var filter = RowRange.Of(DeclarationRows.Partition, DeclarationRows.OutboxPrefix) + TableClient.CreateQueryFilter($" and CreatedAt lt {createdBefore}");
        var found = new List<OutboxMessage>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            found.Add(RowContent.Read(row, StoredJson.Default.OutboxMessage));
        return [.. found.OrderBy(message => message.CreatedAt).Take(limit)];
    }

    /// <inheritdoc />
    public Task RemoveAsync(string messageId, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(DeclarationRows.Partition, DeclarationRows.Outbox(messageId), cancellationToken: cancellationToken);

    // The client repeats a request whose answer was lost: then it is our own first try that stands in the way.
    private async Task<bool> IsOursAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var written = await FindAsync(DeclarationRows.Ledger(entry.Sequence), StoredJson.Default.LedgerEntry, cancellationToken);
        return written?.Hash == entry.Hash;
    }

    private async Task<T?> FindAsync<T>(string row, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DeclarationRows.Partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? RowContent.Read(found.Value!, type) : null;
    }
}
