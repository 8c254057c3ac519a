using Alerting.Adapters.Tables;
using Alerting.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Alerting.Adapters.Tests.Tables.AzuriteTables))]

namespace Alerting.Adapters.Tests.Tables;

/// <summary>One Azurite for all tests of the assembly.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync();

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Fresh tables.</summary>
    public async Task<AlertingTables> CreateAsync()
    {
        var tables = Connect(Azurite.NewPrefix());
        await tables.EnsureTablesAsync(TestContext.Current.CancellationToken);
        return tables;
    }

    public AlertingTables Connect(string prefix) => new(new() { ConnectionString = ConnectionString, Prefix = prefix });
}
