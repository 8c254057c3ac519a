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
        using var ours = new TableDirectory(tables);
        using var theirs = new TableDirectory(tables);
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
        using var directory = new TableDirectory(tables);
        var body = Some.Body();
        await Assert.ThrowsAsync<TimeoutException>(() => DirectoryVersion.ChangeAsync(tables.Directory, () => throw new TimeoutException(), Token));
        Assert.Empty((await directory.ReadAsync(Token)).Bodies);

        await tables.Directory.AddEntityAsync(DirectoryRows.Row(body), Token);

        Assert.Single((await directory.ReadAsync(Token)).Bodies);
    }

    [Fact]
    public async Task ThoseWhoAskAtOnceAfterAChangeShareOneReading()
    {
        var tables = await azurite.CreateAsync();
        using var directory = new TableDirectory(tables);
        await directory.PutAsync([Some.Body()], Token);

        var snapshots = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => directory.ReadAsync(Token)));

        Assert.Single(snapshots.Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public async Task WhoeverNoLongerWaitsForAReadingLeavesTheOthersTheirs()
    {
        var tables = await azurite.CreateAsync();
        using var directory = new TableDirectory(tables);
        await directory.PutAsync([Some.Body()], Token);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (first, second) = (directory.ReadAsync(gone.Token), directory.ReadAsync(Token));

        await gone.CancelAsync();

        Assert.Single((await second).Bodies);
        await Task.WhenAny(first);
    }

    [Fact]
    public async Task AWordThatManyContactsHaveAlikeIsKeptOnce()
    {
        var tables = await azurite.CreateAsync();
        using var directory = new TableDirectory(tables);
        var body = Some.Body();
        await directory.PutAsync([body with { Contacts = [.. body.Contacts, body.Contacts[0] with { Id = "another" }] }], Token);

        var contacts = (await directory.ReadAsync(Token)).Bodies.Single().Contacts;

        Assert.Equal(2, contacts.Count(contact => contact.Function == body.Contacts[0].Function));
        Assert.Same(contacts[0].Function, contacts[^1].Function);
    }
}
