using Alerting.DeadLetters;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Dead letters in table <c>DeadLetters</c>: one row each, the newest first.</summary>
public sealed class TableLetterBook(AlertingTables tables) : ILetterBook
{
    private const string Partition = "letters";
    private const string State = "State";
    private const string Entity = "Entity";
    private const string Unsent = "Unsent";
    private const int MostCounted = 1000;

    private readonly TableClient table = tables.DeadLetters;

    /// <inheritdoc />
    public Task KeepAsync(KeptLetter letter, CancellationToken cancellationToken) => OnceOnly.InsertAsync(table, Row(letter), cancellationToken);

    /// <inheritdoc />
    public async Task<KeptLetter?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<KeptLetter>> ListAsync(LetterState? state, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = RowRange.Of(Partition)
            + (state is null ? "" : TableClient.CreateQueryFilter($" and State eq {state.ToString()}"))
            + (after is null ? "" : TableClient.CreateQueryFilter($" and RowKey gt {after}"));
        return await ReadAsync(filter, limit, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> TryHandleAsync(KeptLetter read, LetterHandling handling, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, read.Id, cancellationToken: cancellationToken);
        if (!found.HasValue || Read(found.Value!).Handling != read.Handling)
            return false;
        try
        {
            await table.UpdateEntityAsync(Row(read with { Handling = handling }), found.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.HasMoved())
        {
            // The client repeats a request whose answer was lost: then it is our own first try that stands there.
            return (await FindAsync(read.Id, cancellationToken))?.Handling == handling;
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<KeptLetter>> UnsentAsync(CancellationToken cancellationToken) =>
        ReadAsync(RowRange.Of(Partition) + TableClient.CreateQueryFilter($" and Unsent eq {true}"), MostCounted, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> CountOpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<string>();
        var filter = RowRange.Of(Partition) + TableClient.CreateQueryFilter($" and State eq {nameof(LetterState.Open)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, MostCounted, [Entity], cancellationToken))
        {
            open.Add(row.GetString(Entity));
            if (open.Count == MostCounted)
                break;
        }

        return open.CountBy(entity => entity).ToDictionary();
    }

    private async Task<IReadOnlyList<KeptLetter>> ReadAsync(string filter, int limit, CancellationToken cancellationToken)
    {
        var found = new List<KeptLetter>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            found.Add(Read(row));
            if (found.Count == limit)
                break;
        }

        return found;
    }

    private static KeptLetter Read(TableEntity row) => RowContent.Read(row, StoredJson.Default.KeptLetter);

    private static TableEntity Row(KeptLetter letter)
    {
        var row = RowContent.Row(Partition, letter.Id, letter, StoredJson.Default.KeptLetter);
        row[State] = letter.State.ToString();
        row[Entity] = letter.Letter.Entity;
        row[Unsent] = letter.Handling is { State: LetterState.Replayed, SentAt: null };
        return row;
    }
}
