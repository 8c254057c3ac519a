using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using CsCheck;

namespace Alerting.Tests.Delivery;

/// <summary>What becomes of an alert when the end that its declaration names comes near and passes.</summary>
public sealed class ExpiryTests
{
    private static readonly TimeSpan LongestValidity = TimeSpan.FromHours(10);
    private static readonly TimeSpan LeastValidity = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task AtTheEndOfTheDeclarationNothingIsSentAndWhatIsLeftEndsAsExpired()
    {
        var scene = await EndingAsync(TimeSpan.FromMinutes(30));
        scene.Clock.Advance(TimeSpan.FromMinutes(30));

        await scene.DeliverAsync();

        Assert.Empty(scene.Provider.Tried);
        AssertExpired(await scene.StateAsync(), 0);
    }

    [Fact]
    public async Task AMomentBeforeTheEndEverythingIsSent()
    {
        var scene = await EndingAsync(TimeSpan.FromMinutes(30));
        scene.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task AnEndInTheMiddleOfABatchStopsItThere()
    {
        var scene = await EndingAsync(TimeSpan.FromMinutes(1));
        scene.Provider.Answer = _ =>
        {
            if (scene.Provider.Tried.Count == 2)
                scene.Clock.Advance(TimeSpan.FromMinutes(1));
            return null;
        };

        await scene.DeliverAsync();

        Assert.Equal(3, scene.Provider.Tried.Count);
        AssertExpired(await scene.StateAsync(), 3);
    }

    [Fact]
    public async Task WhatWasToBeTriedLaterExpiresWhenTheEndComesFirst()
    {
        var scene = await EndingAsync(TimeSpan.FromMinutes(30));
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await scene.DeliverAsync();
        var tried = scene.Provider.Tried.Count;
        scene.Clock.Advance(TimeSpan.FromMinutes(30));

        await scene.DeliverAsync();

        Assert.Equal(tried, scene.Provider.Tried.Count);
        AssertExpired(await scene.StateAsync(), 0);
    }

    [Fact]
    public Task NoProviderMayKeepTryingForLongerThanTheTimeThatIsLeft() =>
        Gen.Select(Gen.Long[TimeSpan.TicksPerMillisecond, TimeSpan.FromHours(20).Ticks], Gen.Double[0, 1]).SampleAsync(
            async (life, part) =>
            {
                var scene = await EndingAsync(TimeSpan.FromTicks(life));
                scene.Clock.Advance(TimeSpan.FromTicks((long)(part * (life - 1))));

                await scene.DeliverAsync();

                var left = scene.Declaration.ProposedAt.AddTicks(life) - scene.Clock.GetUtcNow();
                var most = left < LongestValidity ? left : LongestValidity;
                // No provider takes less than a second.
                Assert.All(scene.Provider.Taken, message => Assert.Equal(most < LeastValidity ? LeastValidity : most, message.Validity));
                Assert.Equal(6, scene.Provider.Taken.Count);
            },
            iter: 100);

    [Fact]
    public async Task WithoutAnEndTheUsefulLifeOfTheAlertBoundsTheProvider()
    {
        var scene = await DeliveryScene.PlannedAsync(1);
        scene.Clock.Advance(TimeSpan.FromHours(1));

        await scene.DeliverAsync();

        Assert.Equal(scene.Options.UsefulLife - TimeSpan.FromHours(1), Assert.Single(scene.Provider.Taken).Validity);
    }

    [Fact]
    public async Task ARepeatGetsOnlyTheTimeThatIsLeftThen()
    {
        var scene = await EndingAsync(TimeSpan.FromMinutes(30));
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await scene.DeliverAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(25));
        scene.Provider.Answer = _ => null;

        await scene.DeliverAsync();

        Assert.All(scene.Provider.Taken, message => Assert.Equal(TimeSpan.FromMinutes(5), message.Validity));
        scene.AssertEveryoneWasToldOnce();
    }

    // The declaration as the store has it names the end.
    private static async Task<DeliveryScene> EndingAsync(TimeSpan life)
    {
        var scene = await DeliveryScene.PlannedAsync(6, new() { SmsChunk = 2 });
        await scene.AddAsync(scene.Declaration with { Until = scene.Clock.GetUtcNow() + life });
        return scene;
    }

    private static void AssertExpired(BatchState state, int sent)
    {
        Assert.Equal((true, sent, 6 - sent), (state.IsFinished, state.Progress().Sent, state.Progress().Superseded));
        for (var index = sent; index < 6; index++)
            Assert.Equal((OutcomeKind.Superseded, "expired"), (state.OutcomeOf(index)!.Kind, state.OutcomeOf(index)!.Code));
    }
}
