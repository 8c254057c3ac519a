using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Delivery.Batches;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableDeliveryStoreTests(AzuriteTables azurite) : DeliveryStoreContract
{
    protected override async Task<IDeliveryStore> CreateAsync() => new TableDeliveryStore(await azurite.CreateAsync());

    [Fact]
    public async Task OfCountsThatSeveralProgramsKeepTheNewestStand()
    {
        var tables = await azurite.CreateAsync();
        TableDeliveryStore[] programs = [new(tables), new(tables)];
        var batch = Some.Batch();

        foreach (var (program, rows) in new[] { (0, 2), (1, 3), (0, 4), (0, 6), (1, 5), (1, 7) })
            await programs[program].KeepProgressAsync(Counts(batch, rows), TestContext.Current.CancellationToken);

        Assert.Equal(7, Assert.Single(await programs[0].ReadProgressAsync(batch.Id.Alert, TestContext.Current.CancellationToken)).RowCount);
    }

    [Fact]
    public async Task OldCountsOfAnotherProgramNeverCoverNewerOnes()
    {
        var tables = await azurite.CreateAsync();
        TableDeliveryStore[] programs = [new(tables), new(tables)];
        var batch = Some.Batch();

        foreach (var (program, rows) in new[] { (0, 2), (1, 9), (0, 5) })
            await programs[program].KeepProgressAsync(Counts(batch, rows), TestContext.Current.CancellationToken);

        Assert.Equal(9, Assert.Single(await programs[0].ReadProgressAsync(batch.Id.Alert, TestContext.Current.CancellationToken)).RowCount);
    }
}
