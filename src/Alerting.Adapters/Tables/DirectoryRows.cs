using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerting.Directory;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The rows of table <c>Directory</c>: bodies spread over shards by their id.</summary>
internal static class DirectoryRows
{
    public const int ShardCount = 16;

    // A transaction takes 100 rows and 4 MiB, its JSON escaped once more on the way; eight that are this much smaller pass as fast and are held in a fraction of the memory.
    private const int MaxRows = 100;
    private const int MaxLength = 300_000;

    public static IEnumerable<string> Shards { get; } = [.. Enumerable.Range(0, ShardCount).Select(Shard)];

    public static string ShardOf(string bodyId) => Shard(SHA256.HashData(Encoding.UTF8.GetBytes(bodyId))[0] % ShardCount);

    public static TableEntity Row(Body body) => RowContent.Row(ShardOf(body.Id), body.Id, body, StoredJson.Default.Body);

    /// <summary>Rows in groups of one shard that each fit a transaction.</summary>
    public static IEnumerable<IReadOnlyList<TableEntity>> Groups(IEnumerable<TableEntity> rows)
    {
        foreach (var shard in rows.GroupBy(row => row.PartitionKey))
        {
            var group = new List<TableEntity>();
            var length = 0;
            foreach (var row in shard)
            {
                var own = RowContent.Length(row);
                if (group.Count == MaxRows || (group.Count > 0 && length + own > MaxLength))
                {
                    yield return group;
                    (group, length) = ([], 0);
                }

                group.Add(row);
                length += own;
            }

            yield return group;
        }
    }

    private static string Shard(int number) => "shard." + number.ToString("D2", CultureInfo.InvariantCulture);
}
