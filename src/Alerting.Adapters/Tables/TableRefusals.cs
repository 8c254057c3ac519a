using System.Security.Cryptography;
using System.Text;
using Alerting.Bus;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Refusals in table <c>Refusals</c>: one partition per entity, one row per message.</summary>
public sealed class TableRefusals(AlertingTables tables) : IRefusals
{
    /// <inheritdoc />
    public Task KeepAsync(Refusal refusal, CancellationToken cancellationToken) => tables.Refusals.UpsertEntityAsync(
        RowContent.Row(Partition(refusal.Entity), Key(refusal.Entity, refusal.Message), refusal, StoredJson.Default.Refusal),
        TableUpdateMode.Replace,
        cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Refusal>> FindAsync(string entity, IReadOnlyCollection<string> messages, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(messages.Distinct().Select(message => tables.Refusals.GetEntityIfExistsAsync<TableEntity>(
            Partition(entity), Key(entity, message), cancellationToken: cancellationToken)));
        return [.. rows.Where(row => row.HasValue).Select(row => RowContent.Read(row.Value!, StoredJson.Default.Refusal))];
    }

    // A key may not hold a slash.
    private static string Partition(string entity) => entity.Replace('/', ':');

    // Ids of senders hold any character at all; and keys are distinct over the whole table.
    private static string Key(string entity, string message) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entity}\n{message}")));
}
