using Alerting.Declarations;
using Alerting.Ledger;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>
/// All declarations, as they stood at a head of the ledger. While the head stays they are not read again, and when it has moved only those that were
/// decided since: workers look every 250 ms, and the record of ten years must not slow them down.
/// </summary>
internal sealed class KeptDeclarations(TableClient table)
{
    // After more than a page of decisions all of them are read as fast.
    private const int MostSteps = 100;

    private volatile Kept? last;

    /// <summary>All declarations, oldest proposal first, with every decision that was committed before the call.</summary>
    public async Task<IReadOnlyList<Declaration>> ReadAsync(CancellationToken cancellationToken)
    {
        // The head is read first: what is decided meanwhile may be in the rest, and is read again next time.
        var head = await DeclarationRows.HeadAsync(table, cancellationToken);
        var before = last;
        if (before?.Head == head)
            return before.Declarations;
        var declarations = before is null ? null : await StepAsync(before, head, cancellationToken);
        declarations ??= await ReadAllAsync(cancellationToken);
        last = new(head, declarations);
        return declarations;
    }

    // Null when the ledger is not the one that was read before, as after a restored backup, went on too far, or does not say what was decided on.
    private async Task<IReadOnlyList<Declaration>?> StepAsync(Kept before, LedgerHead head, CancellationToken cancellationToken)
    {
        if (head.Sequence - before.Head.Sequence > MostSteps)
            return null;
        var filter = RowRange.Of(DeclarationRows.Partition, DeclarationRows.LedgerPrefix, DeclarationRows.Ledger(before.Head.Sequence + 1));
        var rows = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        if (rows.Count == 0 || RowContent.Read(rows[0], StoredJson.Default.LedgerEntry).PreviousHash != before.Head.Hash)
            return null;
        var declarations = before.Declarations.ToDictionary(declaration => declaration.Id);
        foreach (var decided in rows.Select(DeclarationRows.DecidedBy).Distinct())
        {
            if (decided is not { } id)
                return null;
            declarations[id] = await FindAsync(id, cancellationToken);
        }

        return Ordered(declarations.Values);
    }

    private async Task<IReadOnlyList<Declaration>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var filter = RowRange.Of(DeclarationRows.Partition, DeclarationRows.DeclarationPrefix);
        return Ordered(await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(Read).ToListAsync(cancellationToken));
    }

    private async Task<Declaration> FindAsync(DeclarationId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityAsync<TableEntity>(DeclarationRows.Partition, DeclarationRows.Declaration(id), cancellationToken: cancellationToken);
        return Read(found.Value);
    }

    private static Declaration Read(TableEntity row) => RowContent.Read(row, StoredJson.Default.Declaration);

    private static List<Declaration> Ordered(IEnumerable<Declaration> declarations) =>
        [.. declarations.OrderBy(declaration => declaration.ProposedAt).ThenBy(declaration => declaration.Id.Value, StringComparer.Ordinal)];

    private sealed record Kept(LedgerHead Head, IReadOnlyList<Declaration> Declarations);
}
