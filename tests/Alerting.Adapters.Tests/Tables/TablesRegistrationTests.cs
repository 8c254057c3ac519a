using Alerting.Adapters.Tables;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Directory;
using Alerting.Outbox;
using Alerting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TablesRegistrationTests(AzuriteTables azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServesEveryStoreAndReportsThatTheTablesAnswer()
    {
        using var services = Services(("Tables:ConnectionString", azurite.ConnectionString), ("Tables:Prefix", Azurite.NewPrefix()));
        await services.GetRequiredService<AlertingTables>().EnsureTablesAsync(Token);

        Assert.Same(services.GetRequiredService<IDeclarationStore>(), services.GetRequiredService<IOutbox>());
        Assert.NotNull(services.GetRequiredService<IDirectory>());
        Assert.NotNull(services.GetRequiredService<IDeliveryStore>());
        var report = await DependencyReport.OfAsync(services.GetRequiredService<IDependency>(), new FakeTimeProvider(), Token);
        Assert.Equal(("tables", true, null), (report.Name, report.Up, report.Problem));
    }

    [Fact]
    public async Task ReportsTablesThatAreNotThere()
    {
        using var services = Services(("Tables:ConnectionString", azurite.ConnectionString), ("Tables:Prefix", Azurite.NewPrefix()));

        var report = await DependencyReport.OfAsync(services.GetRequiredService<IDependency>(), new FakeTimeProvider(), Token);

        Assert.False(report.Up);
        Assert.NotNull(report.Problem);
    }

    [Fact]
    public void RefusesSettingsWithEveryWrongKeyByName()
    {
        using var services = Services(("Tables:Prefix", "1-wrong"));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<AlertingTables>());

        Assert.Contains(failure.Failures, problem => problem.StartsWith("Tables:ConnectionString", StringComparison.Ordinal));
        Assert.Contains(failure.Failures, problem => problem.StartsWith("Tables:Prefix", StringComparison.Ordinal));
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) =>
        Settings.Services(settings).AddAlertingTables().BuildServiceProvider();
}
