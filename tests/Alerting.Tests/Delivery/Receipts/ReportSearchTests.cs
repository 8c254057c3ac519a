using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Receipts;

/// <summary>Text messages were taken, and their reports got lost.</summary>
public sealed class ReportSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatBecameOfMessagesIsAskedWhenNoReportCameInTime()
    {
        var scene = await SentAsync(3);
        scene.Provider.Report = id => id == IdOf(1) ? new(ReceiptKind.Failed, "30005", true) : id == IdOf(2) ? new(ReceiptKind.Delivered) : new(ReceiptKind.Underway);
        var search = Search(scene);
        Assert.Empty(await FoundAsync(search));

        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        var found = await FoundAsync(search);

        var now = scene.Clock.GetUtcNow();
        Assert.Equal([new Receipt(scene.Batch.Id, 0, ReceiptKind.Failed, now, IdOf(1), "30005", true), new Receipt(scene.Batch.Id, 1, ReceiptKind.Delivered, now, IdOf(2))], found);
        await new ReceiptBook(scene.Store, scene.Book).RecordAsync(found, Token);
        Assert.Equal([DeliveryState.Failed, DeliveryState.Delivered, DeliveryState.Sent], (await scene.StateAsync()).Deliveries);
    }

    [Fact]
    public async Task OnlyWhatHasNoEndIsAskedForAgainHalfAnHourLater()
    {
        var scene = await SentAsync(2);
        scene.Provider.Report = id => id == IdOf(1) ? new(ReceiptKind.Delivered) : null;
        var search = Search(scene);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await new ReceiptBook(scene.Store, scene.Book).RecordAsync(await FoundAsync(search), Token);
        scene.Clock.Advance(TimeSpan.FromMinutes(24));
        Assert.Empty(await FoundAsync(search));
        Assert.Equal(2, scene.Provider.AskedAbout.Count);

        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(await FoundAsync(search));
        Assert.Equal([IdOf(1), IdOf(2), IdOf(2)], scene.Provider.AskedAbout);
    }

    [Fact]
    public async Task WhoCouldNotBeAskedIsAskedWithTheNextSearch()
    {
        var scene = await SentAsync(1);
        scene.Provider.Report = _ => new(ReceiptKind.Delivered);
        scene.Provider.CannotBeAsked = true;
        var search = Search(scene);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<HttpRequestException>(() => FoundAsync(search));

        scene.Provider.CannotBeAsked = false;

        Assert.Single(await FoundAsync(search));
    }

    [Fact]
    public async Task WhatCouldNotBeWrittenDownIsAskedForAgain()
    {
        var scene = await SentAsync(1);
        scene.Provider.Report = _ => new(ReceiptKind.Delivered);
        var search = Search(scene);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await using (var broken = search.SearchAsync(Token).GetAsyncEnumerator(Token))
            Assert.True(await broken.MoveNextAsync());

        Assert.Single(await FoundAsync(search));
    }

    [Fact]
    public async Task EachProviderIsAskedAboutItsOwn()
    {
        var scene = await SentAsync(4, sharesTheLoad: true);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));

        await FoundAsync(Search(scene));

        Assert.Equal((2, 2), (scene.Provider.AskedAbout.Count, scene.Other.AskedAbout.Count));
    }

    [Fact]
    public async Task ASearchAsksForAThousandAndLeavesTheRestToTheNext()
    {
        var scene = await SentAsync(100);
        for (var number = 1; number < 12; number++)
        {
            var batch = Some.Batch(100, scene.Declaration.Id, number: number) with { PlannedAt = scene.Clock.GetUtcNow() };
            await scene.Store.TryPlanAsync(batch, Token);
            await scene.Worker().DeliverAsync(batch.Id, Token);
        }

        var search = Search(scene);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));

        await FoundAsync(search);
        Assert.Equal(ReportSearch.Most, scene.Provider.AskedAbout.Count);
        await FoundAsync(search);
        Assert.Equal(1_200, scene.Provider.AskedAbout.Distinct().Count());
        await FoundAsync(search);
        Assert.Equal(1_200, scene.Provider.AskedAbout.Count);
    }

    private static string IdOf(int number) => $"SM{number:x32}";

    private static async Task<DeliveryScene> SentAsync(int recipients, bool sharesTheLoad = false)
    {
        var scene = await DeliveryScene.PlannedAsync(recipients, sharesTheLoad: sharesTheLoad);
        await scene.DeliverAsync();
        return scene;
    }

    private static ReportSearch Search(DeliveryScene scene) =>
        new(scene.Declarations, scene.Store, scene.Providers(), new BatchPace(scene.Options, scene.Clock), scene.Options);

    private static async Task<List<Receipt>> FoundAsync(ReportSearch search)
    {
        var found = new List<Receipt>();
        await foreach (var receipts in search.SearchAsync(Token))
            found.AddRange(receipts);
        return found;
    }
}
