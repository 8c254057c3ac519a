using Azure;

namespace Alerting.Adapters.Tables;

/// <summary>Names for the answers of the table service that are no faults.</summary>
internal static class StorageConflict
{
    /// <summary>The row is there already.</summary>
    public static bool IsThere(this RequestFailedException failure) => failure.Status == 409;

    /// <summary>The row is not the one that was read: somebody was faster.</summary>
    public static bool HasMoved(this RequestFailedException failure) => failure.Status is 412 or 404;
}
