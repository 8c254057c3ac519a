using Azure.Core;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The tables of the system. Row keys are distinct over a whole table: Azurite looks rows up by them first.</summary>
public sealed class AlertingTables : IDependency
{
    private readonly TablesOptions options;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="options">Where the tables are.</param>
    /// <param name="identity">The app's own identity; null where there is a connection string.</param>
    public AlertingTables(TablesOptions options, TokenCredential? identity = null)
        : this(options, Pipeline(), identity)
    {
    }

    internal AlertingTables(TablesOptions options, TableClientOptions pipeline, TokenCredential? identity = null)
    {
        this.options = options;
        TableServiceClient service = options.Endpoint is { } endpoint
            ? new(endpoint, identity, pipeline)
            : new(options.ConnectionString, pipeline);
        Declarations = service.GetTableClient(options.Prefix + "Declarations");
        Directory = service.GetTableClient(options.Prefix + "Directory");
        Deliveries = service.GetTableClient(options.Prefix + "Deliveries");
        Progress = service.GetTableClient(options.Prefix + "Progress");
        Refusals = service.GetTableClient(options.Prefix + "Refusals");
        DeadLetters = service.GetTableClient(options.Prefix + "DeadLetters");
        Paths = service.GetTableClient(options.Prefix + "Paths");
        Addresses = service.GetTableClient(options.Prefix + "Addresses");
        Shifts = service.GetTableClient(options.Prefix + "Shifts");
    }

    /// <inheritdoc />
    public string Name => "tables";

    /// <summary>One partition: declarations, ledger and its head, outbox, remembered answers.</summary>
    internal TableClient Declarations { get; }

    /// <summary>Bodies with their contacts, spread over shards. Personal data.</summary>
    internal TableClient Directory { get; }

    /// <summary>One insert-only partition per delivery batch. Personal data.</summary>
    internal TableClient Deliveries { get; }

    /// <summary>One partition per alert: the counts of its batches.</summary>
    internal TableClient Progress { get; }

    /// <summary>One partition per queue or subscription: why messages were refused.</summary>
    internal TableClient Refusals { get; }

    /// <summary>One partition: messages that the broker gave up. May hold personal data.</summary>
    internal TableClient DeadLetters { get; }

    /// <summary>One partition: what providers last said about addresses that were rejected once. Personal data.</summary>
    internal TableClient Addresses { get; }

    /// <summary>One partition: the last proof of each path.</summary>
    internal TableClient Paths { get; }

    /// <summary>One partition: shifts of weight between the providers of text messages, newest first.</summary>
    internal TableClient Shifts { get; }

    /// <summary>Makes the tables that are not there yet. Call it once, before anything else.</summary>
    public Task EnsureTablesAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(new[] { Declarations, Directory, Deliveries, Progress, Refusals, DeadLetters, Addresses, Paths, Shifts }
            .Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        // A query, because a point read takes a missing table for a missing row.
        await foreach (var _ in Declarations.QueryAsync<TableEntity>(RowRange.Of(DeclarationRows.Partition, DeclarationRows.HeadKey), 1, cancellationToken: cancellationToken))
            return;
    }

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => TablesFault.Of(failure, options);

    // A table answers in milliseconds; what takes seconds is a fault, and the caller's own deadline is near.
    internal static TableClientOptions Pipeline() => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = 4,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(2),
            NetworkTimeout = TimeSpan.FromSeconds(10),
        },
        Diagnostics = { IsLoggingContentEnabled = false },
    };
}
