using Alerting.Alerts;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Testing;
using Alerting.Tests.Delivery;

namespace Alerting.Tests.Alerts;

public sealed class ProgressWatchTests
{
    private readonly DeliveryScene scene = new();

    [Fact]
    public async Task HoweverManyFollowAnAlertItIsReadOnceForAll()
    {
        await scene.AddAsync(scene.Declaration);
        var watch = Watch();

        var readings = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => watch.ReadAsync(scene.Declaration, DeliveryScene.Token)));

        Assert.All(readings, reading => Assert.Same(readings[0], reading));
        Assert.Equal(1, scene.Store.ProgressReads);
    }

    [Fact]
    public async Task AFollowersNextLookIsANewReading()
    {
        await scene.AddAsync(scene.Declaration);
        var watch = Watch();
        var before = await watch.ReadAsync(scene.Declaration, DeliveryScene.Token);
        await scene.Store.FinishPlanAsync(Plan(), DeliveryScene.Token);

        Assert.Same(before, await watch.ReadAsync(scene.Declaration, DeliveryScene.Token));
        scene.Clock.Advance(ProgressFollower.Pause);
        Assert.True((await watch.ReadAsync(scene.Declaration, DeliveryScene.Token)).Progress.IsPlanned);
    }

    [Fact]
    public async Task AlertsDoNotShareTheirReading()
    {
        var other = Some.Approved(2) with { Until = null };
        await scene.Store.FinishPlanAsync(Plan(), DeliveryScene.Token);
        var watch = Watch();

        Assert.True((await watch.ReadAsync(scene.Declaration, DeliveryScene.Token)).Progress.IsPlanned);
        Assert.False((await watch.ReadAsync(other, DeliveryScene.Token)).Progress.IsPlanned);
    }

    [Fact]
    public async Task AnAlertIsNotOverWhileSomebodyHasYetToLookWhoIsCalled()
    {
        await EndedAsync();

        Assert.False(await IsOverAsync());
        await scene.Store.KeepLookAsync(new(scene.Batch.Id, scene.Clock.GetUtcNow().AddMinutes(5)), DeliveryScene.Token);
        Assert.False(await IsOverAsync());
        await scene.Store.KeepLookAsync(new(scene.Batch.Id, null), DeliveryScene.Token);
        Assert.True(await IsOverAsync());
    }

    [Fact]
    public async Task WhereNobodyIsCalledTheLastReportIsTheEnd()
    {
        await EndedAsync();

        Assert.True(await IsOverAsync(new() { Attempts = 0 }));
    }

    [Fact]
    public async Task AfterItsUsefulLifeNoCallIsExpected()
    {
        await EndedAsync();
        scene.Clock.Advance(scene.Options.UsefulLife);

        Assert.True(await IsOverAsync());
    }

    private ProgressWatch Watch(CallOptions? calls = null)
    {
        var audit = new CallAudit(scene.Store, scene.Bus, new BatchPace(scene.Options, scene.Clock), calls ?? new());
        return new(scene.Store, audit, new DeclarationWatch(scene.Declarations, scene.Clock), scene.Clock);
    }

    private async Task<bool> IsOverAsync(CallOptions? calls = null) => (await Watch(calls).ReadAsync(scene.Declaration, DeliveryScene.Token)).IsOver;

    private AlertPlan Plan() => new(scene.Declaration.Id, scene.Clock.GetUtcNow(), 1, scene.Batch.Recipients.Count, 0, "v1");

    // Every text message has arrived.
    private async Task EndedAsync()
    {
        await scene.AddAsync(scene.Declaration);
        await scene.Store.TryPlanAsync(scene.Batch, DeliveryScene.Token);
        await scene.Store.FinishPlanAsync(Plan(), DeliveryScene.Token);
        var count = scene.Batch.Recipients.Count;
        await scene.Store.KeepProgressAsync(new(scene.Batch.Id, 4, count, count, count, 0, 0, 0, 0, Some.Now, Some.Now), DeliveryScene.Token);
    }
}
