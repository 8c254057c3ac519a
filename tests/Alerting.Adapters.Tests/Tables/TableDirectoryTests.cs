using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Directory;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableDirectoryTests(AzuriteTables azurite) : DirectoryContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected override async Task<IDirectory> CreateAsync() => new TableDirectory(await azurite.CreateAsync());

    [Fact]
    public async Task ASnapshotIsKeptUntilSomebodyElseChangesTheDirectory()
    {
        var tables = await azurite.CreateAsync();
        var (ours, theirs) = (new TableDirectory(tables), new TableDirectory(tables));
        await ours.PutAsync([Some.Body()], Token);
        var first = await ours.ReadAsync(Token);
        Assert.Same(first, await ours.ReadAsync(Token));

        await theirs.PutAsync([Some.Body()], Token);

        Assert.Equal(2, (await ours.ReadAsync(Token)).Bodies.Count);
    }

    [Fact]
    public async Task ASnapshotTakenInTheMiddleOfAChangeIsNotKept()
    {
        var tables = await azurite.CreateAsync();
        var directory = new TableDirectory(tables);
        var body = Some.Body();
        await Assert.ThrowsAsync<TimeoutException>(() => DirectoryVersion.ChangeAsync(tables.Directory, () => throw new TimeoutException(), Token));
        Assert.Empty((await directory.ReadAsync(Token)).Bodies);

        await tables.Directory.AddEntityAsync(DirectoryRows.Row(body), Token);

        Assert.Single((await directory.ReadAsync(Token)).Bodies);
    }
}
