using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Tests.Delivery;

namespace Alerting.Tests.Alerts;

/// <summary>The audit of alerts whose time is over: an outage may have lasted longer.</summary>
public sealed class LateAuditTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(2);

    [Fact]
    public async Task AnAlertThatWasNotPlannedInTimeIsPlannedLongAfterIt()
    {
        var scene = new DeliveryScene();
        await scene.AddAsync(scene.Declaration);
        scene.Clock.Advance(scene.Options.UsefulLife + Long);

        Assert.False(Assert.Single(await AuditScene.AuditAsync(scene)).WasPlanned);

        Assert.NotNull(await scene.Store.FindAlertPlanAsync(scene.Declaration.Id, DeliveryScene.Token));
    }

    [Fact]
    public async Task ABatchThatNobodyTookUpInTimeGetsItsEndLongAfterItAndIsNotSent()
    {
        var scene = await AuditScene.PlannedAsync();
        scene.Clock.Advance(scene.Options.UsefulLife + Long);

        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Redriven);
        Assert.Single(scene.Bus.Sent(Entities.Sms));
        await scene.DeliverAsync();

        Assert.Empty(await AuditScene.AuditAsync(scene));
        Assert.Empty(scene.Taken);
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Failed, state));
    }

    [Fact]
    public async Task AnAlertThatHasEndedInTimeIsReadOnceMoreAndNotAgain()
    {
        var scene = await AuditScene.PlannedAsync();
        await scene.DeliverAsync();
        scene.Clock.Advance(scene.Options.UsefulLife);
        var auditor = AuditScene.Auditor(scene);
        Assert.Empty(await AuditScene.AuditAsync(auditor));

        scene.Crashing.CrashAt(0);

        Assert.Empty(await AuditScene.AuditAsync(auditor));
        await Assert.ThrowsAsync<AggregateException>(async () => await AuditScene.AuditAsync(scene));
    }

    [Fact]
    public async Task AnAlertWhoseTimeIsNotOverIsReadByEveryAudit()
    {
        var scene = await AuditScene.PlannedAsync();
        await scene.DeliverAsync();
        var auditor = AuditScene.Auditor(scene);
        Assert.Empty(await AuditScene.AuditAsync(auditor));

        scene.Crashing.CrashAt(0);

        await Assert.ThrowsAsync<AggregateException>(async () => await AuditScene.AuditAsync(auditor));
    }

    [Fact]
    public async Task AfterAMonthAnAlertIsLookedAtNoMore()
    {
        var scene = await AuditScene.PlannedAsync();
        scene.Clock.Advance(scene.Options.UsefulLife + AlertAuditor.Afterlife);

        Assert.Empty(await AuditScene.AuditAsync(scene));
    }
}
