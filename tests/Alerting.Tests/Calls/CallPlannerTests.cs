using Alerting.Bus;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Levels;
using Alerting.Testing;
using Alerting.Tests.Delivery;

namespace Alerting.Tests.Calls;

public sealed class CallPlannerTests
{
    [Fact]
    public async Task AtLevelFiveEverybodyIsCalledOnceRightAfterTheTextMessage()
    {
        var scene = await CallScene.PlannedAsync();

        await scene.DeliverAsync();
        await scene.PlanAsync();
        await scene.WorkAsync();

        Assert.Equal(scene.Texts.Batch.Recipients.Select(recipient => recipient.Address), scene.Provider.Taken.Select(item => item.Call.To));
    }

    [Fact]
    public async Task BelowLevelFiveACallComesWhenTheTimeToConfirmIsOverAndNotToWhoConfirmed()
    {
        var scene = await CallScene.PlannedAsync(level: Level.Substantial);
        await scene.DeliverAsync();
        await scene.WorkAsync();
        Assert.Empty(scene.Provider.Taken);
        await scene.AnswerAsync(2);

        scene.Clock.Advance(scene.Options.ConfirmWithin);
        await scene.WorkAsync();

        Assert.Equal(3, scene.Provider.Taken.Count);
        Assert.DoesNotContain(scene.Texts.Batch.Recipients[2].Address, scene.Provider.Taken.Select(item => item.Call.To));
    }

    [Fact]
    public async Task ARejectedNumberIsCalledAtOnce()
    {
        var scene = await CallScene.PlannedAsync(level: Level.Substantial);
        scene.Texts.Provider.Answer = message => message.Index == 1 ? new(SendKind.Rejected, Code: "21614") : null;

        await scene.DeliverAsync();
        await scene.WorkAsync();

        Assert.Equal(scene.Texts.Batch.Recipients[1].Address, Assert.Single(scene.Provider.Taken).Call.To);
    }

    [Fact]
    public async Task WhoConfirmsBetweenThePlanAndTheCallIsNotCalled()
    {
        var scene = await CallScene.PlannedAsync();
        await scene.DeliverAsync();
        await scene.AnswerAsync(0);

        await scene.WorkAsync();

        Assert.Equal(3, scene.Provider.Taken.Count);
        var round = await scene.Texts.Store.ReadAsync(scene.Texts.Batch.Id.Calls(1), DeliveryScene.Token);
        Assert.Equal("confirmed", round!.Outcomes.SelectMany(chunk => chunk.Outcomes).Single(outcome => outcome.Index == 0).Code);
    }

    [Fact]
    public async Task ABusyNumberIsCalledAgainAfterAPauseUpToTheAttempts()
    {
        var scene = await CallScene.PlannedAsync(1);
        await scene.DeliverAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await scene.WorkAsync();
            await scene.ReportAsync(ReceiptKind.Failed, "busy", scene.Provider.Taken[^1].Call);
            scene.Clock.Advance(scene.Options.Pause);
        }

        Assert.Equal(scene.Options.Attempts, scene.Provider.Taken.Count);
        Assert.Null(Assert.Single(await scene.Texts.Store.ReadLooksAsync(scene.Texts.Declaration.Id, DeliveryScene.Token)).At);
    }

    [Fact]
    public async Task NobodyIsCalledForADeclarationThatLostItsForce()
    {
        var scene = await CallScene.PlannedAsync(level: Level.Substantial);
        await scene.DeliverAsync();
        await scene.Texts.AddAsync(Some.Approved(2) with { Scope = scene.Texts.Declaration.Scope, Until = null });

        scene.Clock.Advance(scene.Options.ConfirmWithin);
        await scene.WorkAsync();

        Assert.Empty(scene.Provider.Taken);
    }

    [Fact]
    public async Task APlannerKilledAnywhereCallsNobodyTwiceAndForgetsNobody()
    {
        for (var half = 0; half < 14; half++)
        {
            var scene = await CallScene.PlannedAsync();
            await scene.Texts.DeliverAsync();
            scene.Texts.Crashing.CrashAt(half);
            await IgnoreKillAsync(scene.PlanAsync);
            scene.Texts.Crashing.StopCrashing();

            await scene.PlanAsync();
            await scene.WorkAsync();

            Assert.Equal(4, scene.Provider.Taken.Count);
            Assert.Equal(4, scene.Provider.Taken.DistinctBy(item => item.Call.To).Count());
        }
    }

    [Fact]
    public async Task OfTwoPlannersAtOnceEachContactIsCalledByOne()
    {
        var scene = await CallScene.PlannedAsync(40);
        await scene.Texts.DeliverAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(scene.PlanAsync, DeliveryScene.Token)));
        await scene.WorkAsync();

        Assert.Equal(40, scene.Provider.Taken.Count);
        Assert.Equal(40, scene.Provider.Taken.DistinctBy(item => item.Call.To).Count());
    }

    [Fact]
    public async Task TheAuditAsksForALookThatIsLateAndForNoOther()
    {
        var scene = await CallScene.PlannedAsync(level: Level.Substantial);
        await scene.DeliverAsync();
        Assert.Equal(0, await AuditAsync(scene));

        scene.Clock.Advance(scene.Options.ConfirmWithin + scene.Texts.Options.AuditGrace + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await AuditAsync(scene));

        await scene.WorkAsync();
        Assert.Equal(4, scene.Provider.Taken.Count);
        Assert.Equal(0, await AuditAsync(scene));
    }

    [Fact]
    public async Task TheAuditAsksForNoLookAtABatchThatIsStillBeingSent()
    {
        var scene = await CallScene.PlannedAsync();
        var (store, batch) = (scene.Texts.Store, scene.Texts.Batch.Id);
        await store.TryClaimAsync(new BatchPace(scene.Texts.Options, scene.Clock).Claim(batch, 1), DeliveryScene.Token);
        await store.AddOutcomesAsync(new(batch, 1, 0, [new(0, OutcomeKind.Sent, scene.Clock.GetUtcNow(), "SM0")]), DeliveryScene.Token);

        await new ReceiptBook(store, scene.Texts.Book).RecordAsync([new(batch, 0, ReceiptKind.Delivered, scene.Clock.GetUtcNow(), "SM0")], DeliveryScene.Token);

        Assert.Equal(3, Assert.Single(await store.ReadProgressAsync(batch.Alert, DeliveryScene.Token)).Open);
        Assert.Equal(0, await AuditAsync(scene));
    }

    [Fact]
    public async Task NoCallGoesOutOnceItsClaimIsOverHoweverSlowTheTablesAre()
    {
        var scene = await CallScene.PlannedAsync(1);
        await scene.DeliverAsync();
        var slow = new CrashingDeliveryStore(scene.Texts.Store) { Meanwhile = () => scene.Clock.Advance(scene.Texts.Options.ClaimLease) };

        await scene.CallAsync(scene.Texts.Batch.Id.Calls(1), slow);

        Assert.Empty(scene.Provider.Taken);
    }

    [Fact]
    public async Task ALookThatComesATouchEarlyComesAgainUnderAnotherName()
    {
        var scene = await CallScene.PlannedAsync(1, Level.Substantial);
        await scene.DeliverAsync();
        var look = Assert.Single(scene.Texts.Bus.Sent(Entities.PlanCalls));
        scene.Clock.Advance(look.NotBefore!.Value - scene.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(30));

        await scene.PlanAsync();

        Assert.Equal(2, scene.Texts.Bus.Sent(Entities.PlanCalls).DistinctBy(message => message.MessageId).Count());
    }

    private static async Task IgnoreKillAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (WorkerKilledException)
        {
        }
    }

    private static async Task<int> AuditAsync(CallScene scene)
    {
        var declarations = await scene.Texts.Declarations.ListAsync(DeclarationState.Approved, DeliveryScene.Token);
        var progress = await scene.Texts.Store.ReadProgressAsync(scene.Texts.Declaration.Id, DeliveryScene.Token);
        return await new CallAudit(scene.Texts.Store, scene.Texts.Bus, new(scene.Texts.Options, scene.Clock), scene.Options)
            .LookAsync(declarations[0], declarations, progress, DeliveryScene.Token);
    }
}
