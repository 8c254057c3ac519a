using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>Filters for rows whose key begins with a text.</summary>
internal static class RowRange
{
    /// <summary>Rows of one partition.</summary>
    public static string Of(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    /// <summary>Rows of one partition whose row key begins with <paramref name="prefix"/> and is not before <paramref name="from"/>.</summary>
    public static string Of(string partition, string prefix, string? from = null) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from ?? prefix} and RowKey lt {After(prefix)}");

    /// <summary>Rows of all partitions whose key begins with <paramref name="prefix"/>.</summary>
    public static string OfPartitions(string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {After(prefix)}");

    // The prefix with its last character moved on by one sorts right after everything that begins with it.
    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
