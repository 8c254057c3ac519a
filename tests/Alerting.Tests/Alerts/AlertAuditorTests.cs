using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Tests.Delivery;

namespace Alerting.Tests.Alerts;

public sealed class AlertAuditorTests
{
    [Fact]
    public async Task AnAlertWhoseMessageWasLostIsPlannedByTheAudit()
    {
        var scene = new DeliveryScene();
        await scene.AddAsync(scene.Declaration);
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));

        var findings = await AuditAsync(scene);

        Assert.Equal(new AuditFinding(scene.Declaration.Id, WasPlanned: false, 0), Assert.Single(findings));
        Assert.NotNull(await scene.Store.FindAlertPlanAsync(scene.Declaration.Id, DeliveryScene.Token));
    }

    [Fact]
    public async Task ABatchWhoseMessageWasLostIsQueuedAgain()
    {
        var scene = await PlannedAsync();

        var findings = await AuditAsync(scene);

        Assert.Equal(1, Assert.Single(findings).Redriven);
        Assert.True(BatchMessage.TryRead(Assert.Single(scene.Bus.Sent(Entities.Sms)).Body.Span, out var batch));
        Assert.Equal(scene.Batch.Id, batch);
    }

    [Fact]
    public async Task ABatchThatHasItsEndIsLeftAlone()
    {
        var scene = await PlannedAsync();
        await scene.DeliverAsync();

        Assert.Empty(await AuditAsync(scene));
        Assert.Empty(scene.Bus.Sent(Entities.Sms));
    }

    [Fact]
    public async Task AnAlertIsLeftToItselfInItsFirstMinute()
    {
        var scene = new DeliveryScene();
        await scene.AddAsync(scene.Declaration);

        Assert.Empty(await AuditAsync(scene));
        Assert.Null(await scene.Store.FindAlertPlanAsync(scene.Declaration.Id, DeliveryScene.Token));
    }

    [Fact]
    public async Task TheAuditWakesABatchOnceARunAndNotOnceForEver()
    {
        var scene = await PlannedAsync();
        await AuditAsync(scene);
        scene.Clock.Advance(scene.Options.AuditGrace);

        await AuditAsync(scene);

        Assert.Equal(2, scene.Bus.Sent(Entities.Sms).Count);
    }

    [Fact]
    public async Task ABatchThatWaitsForItsNextTryIsLeftAloneUntilThatIsOverdue()
    {
        var scene = await PlannedAsync();
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "http-503");
        await scene.DeliverAsync();
        var own = Assert.Single(scene.Bus.Sent(Entities.Sms));
        Assert.True(own.NotBefore > scene.Clock.GetUtcNow());

        Assert.Equal(new AuditFinding(scene.Declaration.Id, WasPlanned: true, Redriven: 0, Resting: 1), Assert.Single(await AuditAsync(scene)));
        scene.Clock.Advance(scene.Options.FirstPause + scene.Options.AuditGrace);
        Assert.Equal(0, Assert.Single(await AuditAsync(scene)).Redriven);
        Assert.Equal(own, Assert.Single(scene.Bus.Sent(Entities.Sms)));

        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Assert.Single(await AuditAsync(scene)).Redriven);
    }

    [Fact]
    public async Task ABatchThatAWorkerHoldsIsLeftAloneUntilItsClaimHasEnded()
    {
        var scene = await PlannedAsync();
        await scene.Store.TryClaimAsync(new BatchPace(scene.Options, scene.Clock).Claim(scene.Batch.Id, 1), DeliveryScene.Token);

        Assert.Equal(1, Assert.Single(await AuditAsync(scene)).Resting);
        scene.PassClaim();
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));

        Assert.Equal(1, Assert.Single(await AuditAsync(scene)).Redriven);
    }

    [Fact]
    public async Task ABatchWhoseUsefulLifeEndsBeforeItsNextTryIsWokenThen()
    {
        var scene = await PlannedAsync();
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "http-503");
        scene.Clock.Advance(scene.Options.UsefulLife - scene.Options.AuditGrace - TimeSpan.FromSeconds(3));
        await scene.DeliverAsync();
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(3));

        Assert.Equal(1, Assert.Single(await AuditAsync(scene)).Redriven);
    }

    [Fact]
    public async Task AnAlertThatCannotBeLookedAtKeepsNoOtherWaitingAndIsNotHushedUp()
    {
        var scene = await PlannedAsync();
        await scene.AddAsync(Some.Approved(2) with { ProposedAt = Some.Now.AddHours(-1), Scope = new(ScopeType.Province, "PV28"), Until = null });
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<AggregateException>(async () => await AuditAsync(scene, new UnreadableDirectory()));

        Assert.Single(scene.Bus.Sent(Entities.Sms));
    }

    private static async Task<DeliveryScene> PlannedAsync()
    {
        var scene = await DeliveryScene.PlannedAsync();
        await scene.Store.FinishPlanAsync(new(scene.Declaration.Id, scene.Clock.GetUtcNow(), 1, 10, 0, "1"), DeliveryScene.Token);
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));
        return scene;
    }

    private static ValueTask<List<AuditFinding>> AuditAsync(DeliveryScene scene, IDirectory? directory = null)
    {
        var planner = new AlertPlanner(directory ?? new InMemoryDirectory(), scene.Declarations, scene.Store, scene.Bus, scene.Clock);
        var pace = new BatchPace(scene.Options, scene.Clock);
        return new AlertAuditor(scene.Declarations, scene.Store, planner, new(scene.Store, scene.Bus, pace, new() { Attempts = 0 }), scene.Bus, pace).AuditAsync(DeliveryScene.Token).ToListAsync(DeliveryScene.Token);
    }

    private sealed class UnreadableDirectory : IDirectory
    {
        public Task<Body?> FindAsync(string id, CancellationToken cancellationToken) => throw new IOException("away");

        public Task PutAsync(IReadOnlyCollection<Body> bodies, CancellationToken cancellationToken) => throw new IOException("away");

        public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => throw new IOException("away");

        public Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken) => throw new IOException("away");
    }
}
