using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The row that changes with every change of the directory, so that readers need not read the rest again.</summary>
/// <param name="Value">Opaque.</param>
/// <param name="Settled">False while a change is under way, or was cut off in the middle: then what is read must not be kept.</param>
internal sealed record DirectoryVersion(string Value, bool Settled)
{
    private const string Key = "version";

    public static async Task<DirectoryVersion> ReadAsync(TableClient table, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellationToken);
        return found.HasValue
            ? new(found.Value!.GetString("Version"), found.Value.GetBoolean("Settled")!.Value)
            : new("none", true);
    }

    /// <summary>Makes a change between two new versions: one that warns readers, one that says it is done.</summary>
    public static async Task ChangeAsync(TableClient table, Func<Task> change, CancellationToken cancellationToken)
    {
        await WriteAsync(table, settled: false, cancellationToken);
        await change();
        await WriteAsync(table, settled: true, cancellationToken);
    }

    private static Task<Response> WriteAsync(TableClient table, bool settled, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Key, Key) { ["Version"] = Guid.NewGuid().ToString("N"), ["Settled"] = settled };
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}
