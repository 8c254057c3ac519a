using Alerting.Directory;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every directory keeps to.</summary>
public abstract class DirectoryContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IDirectory> CreateAsync();

    [Fact]
    public async Task ABodyComesBackAsItWasPut()
    {
        var directory = await CreateAsync();
        var body = Some.Body() with { Sectors = ["rail", "aviation"], Contacts = [Some.Contact(1), Some.Contact(2) with { Phone = null }] };

        await directory.PutAsync([body], Token);

        AssertSame(body, await directory.FindAsync(body.Id, Token));
        AssertSame(body, Assert.Single((await directory.ReadAsync(Token)).Bodies));
        Assert.Null(await directory.FindAsync("no-such-body", Token));
    }

    [Fact]
    public async Task TheLastPutOfAnIdStands()
    {
        var directory = await CreateAsync();
        var body = Some.Body();
        await directory.PutAsync([body], Token);

        await directory.PutAsync([body with { Name = "Two" }, body with { Name = "Three" }], Token);

        Assert.Equal("Three", (await directory.FindAsync(body.Id, Token))!.Name);
        Assert.Single((await directory.ReadAsync(Token)).Bodies);
    }

    [Fact]
    public async Task TheVersionChangesWithEveryChangeAndOnlyThen()
    {
        var directory = await CreateAsync();
        var (one, two) = (Some.Body(), Some.Body());
        var versions = new List<string>();
        foreach (var change in new Func<Task>[]
        {
            () => Task.CompletedTask,
            () => directory.PutAsync([one], Token),
            () => directory.PutAsync([two], Token),
            () => directory.DeleteAsync(one.Id, Token),
        })
        {
            await change();
            versions.Add((await directory.ReadAsync(Token)).Version);
            Assert.Equal(versions[^1], (await directory.ReadAsync(Token)).Version);
        }

        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal([two.Id], (await directory.ReadAsync(Token)).Bodies.Select(body => body.Id));
    }

    [Fact]
    public async Task ADeletedBodyIsGone()
    {
        var directory = await CreateAsync();
        var body = Some.Body();
        await directory.PutAsync([body], Token);

        Assert.True(await directory.DeleteAsync(body.Id, Token));
        Assert.False(await directory.DeleteAsync(body.Id, Token));

        Assert.Null(await directory.FindAsync(body.Id, Token));
        Assert.Empty((await directory.ReadAsync(Token)).Bodies);
    }

    [Fact]
    public async Task HoldsThousandsOfBodies()
    {
        var directory = await CreateAsync();
        var bodies = Enumerable.Range(0, 3000).Select(_ => Some.Body()).ToList();

        await directory.PutAsync(bodies, Token);

        Assert.Equal(
            bodies.Select(body => body.Id).Order(),
            (await directory.ReadAsync(Token)).Bodies.Select(body => body.Id).Order());
    }

    [Fact]
    public async Task HoldsBodiesWithAHundredContactsWithTheLongestNames()
    {
        var directory = await CreateAsync();
        var contacts = Enumerable.Range(1, 100).Select(order => Some.Contact(order) with { Function = new('é', 100) }).ToList();
        var bodies = Enumerable.Range(0, 120).Select(_ => Some.Body() with { Contacts = contacts }).ToList();

        await directory.PutAsync(bodies, Token);

        AssertSame(bodies[5], await directory.FindAsync(bodies[5].Id, Token));
        Assert.Equal(120 * 100, (await directory.ReadAsync(Token)).Bodies.Sum(body => body.Contacts.Count));
    }

    private static void AssertSame(Body expected, Body? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Sectors = [], Contacts = [] }, actual with { Sectors = [], Contacts = [] });
        Assert.Equal(expected.Sectors, actual.Sectors);
        Assert.Equal(expected.Contacts, actual.Contacts);
    }
}
