using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;

namespace Alerting.Tests.Delivery;

public sealed class BatchDeliveryTests
{
    private static readonly SendOutcome Later = new(SendKind.TryLater, Code: "20429");
    private static readonly SendOutcome NoAnswer = new(SendKind.Unknown, Code: "timeout");

    [Fact]
    public async Task EveryoneInABatchIsToldOnce()
    {
        var scene = await DeliveryScene.PlannedAsync();

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Sent, state));
    }

    [Fact]
    public async Task ASecondCallForAFinishedBatchSendsNothing()
    {
        var scene = await DeliveryScene.PlannedAsync();
        await scene.DeliverAsync();

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task WhileAClaimHoldsNobodyElseSendsAndTheBatchComesBackWhenItEnds()
    {
        var scene = await DeliveryScene.PlannedAsync();
        var claim = new Claim(scene.Batch.Id, 1, scene.Clock.GetUtcNow(), scene.Clock.GetUtcNow() + scene.Options.ClaimLease);
        await scene.Store.TryClaimAsync(claim, DeliveryScene.Token);

        await scene.DeliverAsync();

        Assert.Empty(scene.Provider.Tried);
        Assert.Equal(claim.Until, Assert.Single(scene.Bus.Sent(Entities.Sms)).NotBefore);
    }

    [Fact]
    public async Task AWorkerKilledAnywhereCostsNobodyTheMessageAndTellsNobodyTwice()
    {
        for (var half = 0; half < 16; half++)
        {
            var scene = await DeliveryScene.PlannedAsync();
            scene.Crashing.CrashAt(half);
            await IgnoreKillAsync(scene.DeliverAsync);
            scene.Crashing.StopCrashing();
            scene.PassClaim();

            await scene.DeliverAsync();

            scene.AssertEveryoneWasToldOnce();
            Assert.True((await scene.StateAsync()).IsFinished, $"killed at {half}");
        }
    }

    [Fact]
    public async Task AMessageTakenWithoutAnAnswerIsLookedUpAndNotSentAgain()
    {
        var scene = await DeliveryScene.PlannedAsync();
        scene.Provider.TakesUnknown = true;
        scene.Provider.Answer = _ => NoAnswer;
        await scene.DeliverAsync();
        scene.Provider.Answer = _ => null;

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.True((await scene.StateAsync()).IsFinished);
    }

    [Fact]
    public async Task AMessageLostWithoutAnAnswerIsSentAgain()
    {
        var scene = await DeliveryScene.PlannedAsync();
        scene.Provider.Answer = _ => NoAnswer;
        await scene.DeliverAsync();
        Assert.Empty(scene.Provider.Taken);
        scene.Provider.Answer = _ => null;

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task NothingInDoubtIsSentWhileTheProviderCannotBeAsked()
    {
        var scene = await DeliveryScene.PlannedAsync();
        scene.Provider.TakesUnknown = true;
        scene.Provider.Answer = _ => NoAnswer;
        await scene.DeliverAsync();
        scene.Provider.CannotBeAsked = true;

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Doubtful, state));
        Assert.NotEmpty(scene.Bus.Sent(Entities.Sms));
    }

    [Fact]
    public async Task TheFirstRetryIsMadeAtOnceAndTheNextAfterAPause()
    {
        var scene = await DeliveryScene.PlannedAsync(1);
        scene.Provider.Answer = _ => Later;

        await scene.DeliverAsync();

        Assert.Equal(2, scene.Provider.Tried.Count);
        var again = Assert.Single(scene.Bus.Sent(Entities.Sms)).NotBefore;
        Assert.InRange(again!.Value - scene.Clock.GetUtcNow(), scene.Options.FirstPause / 2, scene.Options.FirstPause);
    }

    [Fact]
    public async Task ARejectedNumberIsNeverTriedAgain()
    {
        var scene = await DeliveryScene.PlannedAsync(1);
        scene.Provider.Answer = _ => new(SendKind.Rejected, Code: "21211");
        await scene.DeliverAsync();

        await scene.DeliverAsync();

        Assert.Single(scene.Provider.Tried);
        Assert.Equal(DeliveryState.Failed, Assert.Single((await scene.StateAsync()).Deliveries));
    }

    [Fact]
    public async Task NothingIsSentAfterTheDeclarationWasSuperseded()
    {
        var scene = await DeliveryScene.PlannedAsync();
        await scene.AddAsync(Some.Approved(2) with { Scope = scene.Declaration.Scope, Until = null });

        await scene.DeliverAsync();

        Assert.Empty(scene.Provider.Tried);
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Superseded, state));
    }

    [Fact]
    public async Task WhatIsSupersededInTheMiddleOfABatchStopsThere()
    {
        var scene = await DeliveryScene.PlannedAsync(8);
        scene.Provider.Answer = _ =>
        {
            if (scene.Provider.Tried.Count != 3)
                return null;
            scene.AddAsync(Some.Approved(2) with { Scope = scene.Declaration.Scope, Until = null }).GetAwaiter().GetResult();
            scene.Clock.Advance(DeclarationWatch.Freshness);
            return null;
        };

        await scene.DeliverAsync();

        Assert.Equal(4, scene.Provider.Taken.Count);
        Assert.Equal(4, (await scene.StateAsync()).Progress().Superseded);
    }

    [Fact]
    public async Task WhatCannotBeSentInItsUsefulLifeEndsAsFailed()
    {
        var scene = await DeliveryScene.PlannedAsync(1);
        scene.Provider.Answer = _ => Later;
        await scene.DeliverAsync();
        scene.Clock.Advance(scene.Options.UsefulLife);

        await scene.DeliverAsync();

        Assert.Equal(DeliveryState.Failed, Assert.Single((await scene.StateAsync()).Deliveries));
    }

    [Fact]
    public async Task NoSendIsStartedThatCouldOutlastTheClaim()
    {
        var scene = await DeliveryScene.PlannedAsync(8);
        scene.Provider.Answer = _ =>
        {
            if (scene.Provider.Tried.Count == 3)
                scene.Clock.Advance(scene.Options.ClaimLease - scene.Options.ClaimMargin);
            return null;
        };

        await scene.DeliverAsync();

        Assert.Equal(4, scene.Provider.Taken.Count);
        scene.PassClaim();
        await scene.DeliverAsync();
        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task ASendThatWaitedForItsTurnIsNotStartedWhenTheClaimIsNearlyOver()
    {
        var scene = await DeliveryScene.PlannedAsync(8, new() { SmsChunk = 8, SmsConcurrency = 1 });
        scene.Provider.Answer = _ =>
        {
            if (scene.Provider.Tried.Count == 3)
                scene.Clock.Advance(scene.Options.ClaimLease - scene.Options.ClaimMargin);
            return null;
        };

        await scene.DeliverAsync();

        Assert.Equal(4, scene.Provider.Taken.Count);
        Assert.NotEmpty(scene.Bus.Sent(Entities.Sms));
        scene.PassClaim();
        await scene.DeliverAsync();
        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task ProgressIsKeptBesideTheBatch()
    {
        var scene = await DeliveryScene.PlannedAsync();

        await scene.DeliverAsync();

        var progress = Assert.Single(await scene.Store.ReadProgressAsync(scene.Declaration.Id, DeliveryScene.Token));
        Assert.Equal((10, 10, 0), (progress.Planned, progress.Sent, progress.Failed));
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
}
