using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Tests.Calls;
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

        using var late = new LateGauge();

        var findings = await AuditScene.AuditAsync(scene);

        Assert.Equal(new AuditFinding(scene.Declaration.Id, WasPlanned: false, 0), Assert.Single(findings));
        Assert.Equal(1, late.Value);
        Assert.NotNull(await scene.Store.FindAlertPlanAsync(scene.Declaration.Id, DeliveryScene.Token));
    }

    [Fact]
    public async Task ABatchWhoseMessageWasLostIsQueuedAgain()
    {
        var scene = await AuditScene.PlannedAsync();

        var findings = await AuditScene.AuditAsync(scene);

        Assert.Equal(1, Assert.Single(findings).Redriven);
        Assert.True(BatchMessage.TryRead(Assert.Single(scene.Bus.Sent(Entities.Sms)).Body.Span, out var batch));
        Assert.Equal(scene.Batch.Id, batch);
    }

    [Fact]
    public async Task ABatchThatHasItsEndIsLeftAlone()
    {
        var scene = await AuditScene.PlannedAsync();
        await scene.DeliverAsync();

        Assert.Empty(await AuditScene.AuditAsync(scene));
        Assert.Empty(scene.Bus.Sent(Entities.Sms));
    }

    [Fact]
    public async Task AnAlertIsLeftToItselfInItsFirstMinute()
    {
        var scene = new DeliveryScene();
        await scene.AddAsync(scene.Declaration);

        Assert.Empty(await AuditScene.AuditAsync(scene));
        Assert.Null(await scene.Store.FindAlertPlanAsync(scene.Declaration.Id, DeliveryScene.Token));
    }

    [Fact]
    public async Task TheAuditWakesABatchOnceARunAndNotOnceForEver()
    {
        var scene = await AuditScene.PlannedAsync();
        await AuditScene.AuditAsync(scene);
        scene.Clock.Advance(scene.Options.AuditGrace);

        await AuditScene.AuditAsync(scene);

        Assert.Equal(2, scene.Bus.Sent(Entities.Sms).Count);
    }

    [Fact]
    public async Task ABatchThatWaitsForItsNextTryIsLeftAloneUntilThatIsOverdue()
    {
        var scene = await AuditScene.PlannedAsync();
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "http-503");
        await scene.DeliverAsync();
        var own = Assert.Single(scene.Bus.Sent(Entities.Sms));
        Assert.True(own.NotBefore > scene.Clock.GetUtcNow());

        Assert.Equal(new AuditFinding(scene.Declaration.Id, WasPlanned: true, Redriven: 0, Resting: 1), Assert.Single(await AuditScene.AuditAsync(scene)));
        scene.Clock.Advance(scene.Options.FirstPause + scene.Options.AuditGrace);
        Assert.Equal(0, Assert.Single(await AuditScene.AuditAsync(scene)).Redriven);
        Assert.Equal(own, Assert.Single(scene.Bus.Sent(Entities.Sms)));

        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Redriven);
    }

    [Fact]
    public async Task ABatchThatAWorkerHoldsIsLeftAloneUntilItsClaimHasEnded()
    {
        var scene = await AuditScene.PlannedAsync();
        await scene.Store.TryClaimAsync(new BatchPace(scene.Options, scene.Clock).Claim(scene.Batch.Id, 1), DeliveryScene.Token);

        using var late = new LateGauge();

        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Resting);
        Assert.Equal(0, late.Value);
        scene.PassClaim();
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));

        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Redriven);
        Assert.Equal(1, late.Value);
    }

    [Fact]
    public async Task ABatchWhoseUsefulLifeEndsBeforeItsNextTryIsWokenThen()
    {
        var scene = await AuditScene.PlannedAsync();
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "http-503");
        scene.Clock.Advance(scene.Options.UsefulLife - scene.Options.AuditGrace - TimeSpan.FromSeconds(3));
        await scene.DeliverAsync();
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(3));

        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Redriven);
    }

    [Fact]
    public async Task ABatchThatIsStillHeldWhenTheTimeOfItsAlertIsOverIsLate()
    {
        var scene = await AuditScene.PlannedAsync();
        using var late = new LateGauge();
        scene.Clock.Advance(scene.Options.UsefulLife - (2 * scene.Options.AuditGrace));
        await scene.Store.TryClaimAsync(new BatchPace(scene.Options, scene.Clock).Claim(scene.Batch.Id, 1), DeliveryScene.Token);

        await AuditScene.AuditAsync(scene);
        Assert.Equal(0, late.Value);
        scene.Clock.Advance(2 * scene.Options.AuditGrace);
        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(scene)).Resting);

        Assert.Equal(1, late.Value);
    }

    [Fact]
    public async Task ARoundOfCallsThatWasJustPlannedIsNotLate()
    {
        var calls = await CallScene.PlannedAsync();
        await calls.Texts.Store.FinishPlanAsync(new(calls.Texts.Declaration.Id, calls.Clock.GetUtcNow(), 1, 4, 0, "1"), DeliveryScene.Token);
        calls.Clock.Advance(calls.Texts.Options.AuditGrace + TimeSpan.FromSeconds(1));
        await calls.DeliverAsync();

        Assert.False(Assert.Single(await AuditScene.AuditAsync(calls.Texts)).IsLate);

        calls.Clock.Advance(calls.Texts.Options.AuditGrace + TimeSpan.FromSeconds(1));
        Assert.Equal(1, Assert.Single(await AuditScene.AuditAsync(calls.Texts)).Redriven);
    }

    [Fact]
    public async Task AnAlertThatCannotBeLookedAtKeepsNoOtherWaitingAndIsNotHushedUp()
    {
        var scene = await AuditScene.PlannedAsync();
        await scene.AddAsync(Some.Approved(2) with { ProposedAt = Some.Now.AddHours(-1), Scope = new(ScopeType.Province, "PV28"), Until = null });
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));

        using var late = new LateGauge();

        await Assert.ThrowsAsync<AggregateException>(async () => await AuditScene.AuditAsync(scene, new UnreadableDirectory()));

        Assert.Single(scene.Bus.Sent(Entities.Sms));
        Assert.Equal(2, late.Value);
    }

    private sealed class UnreadableDirectory : IDirectory
    {
        public Task<Body?> FindAsync(string id, CancellationToken cancellationToken) => throw new IOException("away");

        public Task PutAsync(IReadOnlyCollection<Body> bodies, CancellationToken cancellationToken) => throw new IOException("away");

        public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => throw new IOException("away");

        public Task<DirectorySnapshot> ReadAsync(CancellationToken cancellationToken) => throw new IOException("away");
    }
}
