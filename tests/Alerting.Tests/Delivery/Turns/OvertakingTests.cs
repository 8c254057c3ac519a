using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Turns;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Turns;

/// <summary>An alert of thousands is under way, and another one is approved.</summary>
public sealed class OvertakingTests
{
    // What the tables are asked after they were asked what is begun, counted in halves.
    private const int ReadingPlan = 2;
    private const int Claiming = 4;

    private readonly OvertakingScene scene = new();
    private readonly SteppedProvider provider = new();
    private readonly RecordingSmsProvider quick = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<DeclarationId> Order => quick.Taken.Select(message => message.Batch.Alert);

    [Fact]
    public async Task WhatWaitsInAProcessOfTheNewAlertIsSentBeforeTheTailOfTheOldOne()
    {
        const int OldBatches = 30;
        var engine = scene.Process(provider).Delivery;
        var (old, batches) = await scene.AlertAsync(1, OldBatches);
        var running = batches.ConvertAll(batch => engine.DeliverAsync(batch, Token));
        await provider.AnswerAsync(200, Token);

        var (young, overtaking) = await ApproveAsync(2);
        var sending = overtaking.ConvertAll(batch => engine.DeliverAsync(batch, Token));
        while (!Task.WhenAll(sending).IsCompleted)
            await provider.AnswerAsync(1, Token);

        // In the order of arrival all 3,000 would have gone before; now it is what was in hand, and a little that slipped through.
        var order = provider.Answered.ToList();
        var last = order.FindLastIndex(batch => batch.Alert == young.Id);
        Assert.InRange(order.Take(last).Count(batch => batch.Alert == old.Id), 200, OldBatches * 100 / 2);
        await provider.AnswerAsync(((OldBatches + 2) * 100) - order.Count, Token);
        await Task.WhenAll(running);
        Assert.Equal((OldBatches + 2) * 100, provider.Answered.Count);
    }

    [Fact]
    public async Task WhoeverIsAtWorkOnTheOldAlertTakesOnTheNewOneThatNobodyCalledHimFor()
    {
        var process = scene.Process(provider).Overtaking;
        var (old, batches) = await scene.AlertAsync(1, 4);
        var running = batches.ConvertAll(batch => process.DeliverAsync(batch, Token));
        await provider.AnswerAsync(20, Token);

        var (young, _) = await ApproveAsync(2);
        while (provider.Answered.Count(batch => batch.Alert == young.Id) < 200)
        {
            // Not with each answer: the claims would end before all are given.
            scene.Clock.Advance(Overtaking.Pause);
            await provider.AnswerAsync(4, Token);
        }

        Assert.InRange(provider.Answered.Count(batch => batch.Alert == old.Id), 20, 200);
        await provider.AnswerAsync(600 - provider.Answered.Count, Token);
        await Task.WhenAll(running);
        Assert.Equal(600, provider.Answered.Count);
    }

    [Fact]
    public async Task WhoeverIsCalledForTheOldAlertBeginsWithTheNewOneAndSaysSoOfEachBatch()
    {
        var (old, batches) = await scene.AlertAsync(1, 1, size: 1);
        var (young, overtaking) = await scene.AlertAsync(2, 2, size: 1);
        var told = new List<BatchId>();

        await scene.Process(quick).Overtaking.DeliverAsync(batches[0], (batch, _) => Say(told, batch), Token);

        Assert.Equal([young.Id, young.Id, old.Id], Order);
        Assert.Equal([.. overtaking, .. batches], told);
    }

    [Fact]
    public async Task ABatchGivesWayFor30SecondsAtMost()
    {
        var (old, batches) = await scene.AlertAsync(1, 1, size: 1);
        await scene.AlertAsync(2, 9, size: 1);
        quick.Answer = _ =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(10));
            return null;
        };

        await scene.Process(quick).Overtaking.DeliverAsync(batches[0], Token);

        Assert.Equal(3, Order.ToList().IndexOf(old.Id));
    }

    [Fact]
    public async Task WhatAnotherProcessTookOnIsLeftToIt()
    {
        var (old, batches) = await scene.AlertAsync(1, 3, size: 1);
        var (young, _) = await scene.AlertAsync(2, 1, size: 1);
        var (one, other) = (scene.Process(quick).Overtaking, scene.Process(quick).Overtaking);
        await one.DeliverAsync(batches[0], Token);
        var later = await scene.PlanAsync(young, 1, 2, size: 1);
        await other.DeliverAsync(batches[1], Token);
        scene.Clock.Advance(Overtaking.Pause);

        // It knows of no batch after the first that it is taken.
        await one.DeliverAsync(batches[2], Token);
        await one.DeliverAsync(later[0], Token);

        Assert.Equal([young.Id, old.Id, young.Id, young.Id, old.Id, old.Id], Order);
    }

    [Theory]
    [InlineData(ReadingPlan)]
    [InlineData(Claiming)]
    public async Task WhatAnOutageKeptBackIsTakenOnByTheNextWhoIsCalled(int half)
    {
        var (old, batches) = await scene.AlertAsync(1, 2, size: 1);
        var (young, _) = await scene.AlertAsync(2, 2, size: 1);
        var process = scene.Process(quick).Overtaking;
        scene.Tables.FailAt(half);
        await Assert.ThrowsAsync<IOException>(() => process.DeliverAsync(batches[0], Token));
        // The old one's batch does not wait for the tables of the new one to work again.
        Assert.Equal([old.Id], Order);

        await process.DeliverAsync(batches[1], Token);

        Assert.Equal([old.Id, young.Id, young.Id, old.Id], Order);
    }

    [Fact]
    public async Task WhatIsPlannedMeanwhileIsTakenOnToo()
    {
        var (old, batches) = await scene.AlertAsync(1, 3, size: 1);
        var (young, _) = await scene.AlertAsync(2, 1, size: 1);
        var process = scene.Process(quick).Overtaking;
        await process.DeliverAsync(batches[0], Token);
        await scene.PlanAsync(young, 1, 2, size: 1);
        await process.DeliverAsync(batches[1], Token);
        scene.Clock.Advance(Overtaking.Pause);

        await process.DeliverAsync(batches[2], Token);

        Assert.Equal([young.Id, old.Id, old.Id, young.Id, young.Id, old.Id], Order);
    }

    // The old alert's sends must not take a fresh picture of the declarations without the new one.
    private async Task<(Declaration Alert, List<BatchId> Batches)> ApproveAsync(long sequence)
    {
        var alert = await scene.AlertAsync(sequence, 2);
        scene.Clock.Advance(DeclarationWatch.Freshness);
        return alert;
    }

    private static Task Say(List<BatchId> told, BatchId batch)
    {
        told.Add(batch);
        return Task.CompletedTask;
    }
}
