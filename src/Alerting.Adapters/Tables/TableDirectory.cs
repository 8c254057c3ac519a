using System.Collections.Concurrent;
using Alerting.Directory;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Bodies in table <c>Directory</c>. The last snapshot is kept for as long as the version row does not change.</summary>
public sealed class TableDirectory(AlertingTables tables) : IDirectory, IDisposable
{
    private const int InFlight = 8;

    // A page is held whole; its bodies may have a hundred contacts each.
    private const int PageSize = 20;
    private readonly TableClient table = tables.Directory;
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile DirectorySnapshot? kept;

    /// <inheritdoc />
    public async Task<Body?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DirectoryRows.ShardOf(id), id, cancellationToken: cancellationToken);
        return found.HasValue ? RowContent.Read(found.Value!, StoredJson.Default.Body) : null;
    }

    /// <inheritdoc />
    public Task PutAsync(IReadOnlyCollection<Body> bodies, CancellationToken cancellationToken)
    {
        if (bodies.Count == 0)
            return Task.CompletedTask;
        var rows = bodies.GroupBy(body => body.Id).Select(same => DirectoryRows.Row(same.Last()));
        return DirectoryVersion.ChangeAsync(table, () => WriteAsync(DirectoryRows.Groups(rows), cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var found = false;
        await DirectoryVersion.ChangeAsync(
            table,
            async () =>
            {
                var answer = await table.DeleteEntityAsync(DirectoryRows.ShardOf(id), id, cancellationToken: cancellationToken);
                found = answer.Status != 404;
            },
            cancellationToken);
        return found;
    }

    /// <inheritdoc />
    public async Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var version = await DirectoryVersion.ReadAsync(table, cancellationToken);
        if (!version.Settled)
            return await ReadAllAsync(version, cancellationToken);
        return Kept(version) ?? await ReadInTurnAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    // After a change many ask at once: the first reads, and the others find what it has kept.
    private async Task<DirectorySnapshot> ReadInTurnAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            var version = await DirectoryVersion.ReadAsync(table, cancellationToken);
            return Kept(version) ?? await ReadAllAsync(version, cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    private DirectorySnapshot? Kept(DirectoryVersion version) => kept is { } last && version.Settled && last.Version == version.Value ? last : null;

    // The version was read before: a change that comes while the shards are read leaves this snapshot with a version that is gone.
    private async Task<DirectorySnapshot> ReadAllAsync(DirectoryVersion version, CancellationToken cancellationToken)
    {
        var shards = new ConcurrentBag<List<Body>>();
        await Parallel.ForEachAsync(DirectoryRows.Shards, Together(cancellationToken), async (shard, token) => shards.Add(await ReadShardAsync(shard, token)));
        var snapshot = new DirectorySnapshot(version.Value, [.. shards.SelectMany(bodies => bodies)]);
        if (version.Settled)
            kept = snapshot;
        return snapshot;
    }

    private Task WriteAsync(IEnumerable<IReadOnlyList<TableEntity>> groups, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            groups,
            Together(cancellationToken),
            async (group, token) => await table.SubmitTransactionAsync(
                group.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), token));

    private static ParallelOptions Together(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };

    private async Task<List<Body>> ReadShardAsync(string shard, CancellationToken cancellationToken)
    {
        var bodies = new List<Body>();
        var words = new SharedWords();
        await foreach (var row in table.QueryAsync<TableEntity>(RowRange.Of(shard), PageSize, cancellationToken: cancellationToken))
            bodies.Add(words.In(RowContent.Read(row, StoredJson.Default.Body)));
        return bodies;
    }
}
