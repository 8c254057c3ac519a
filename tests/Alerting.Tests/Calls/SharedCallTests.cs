using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using Alerting.Texts;

namespace Alerting.Tests.Calls;

/// <summary>Calls that two providers share.</summary>
public sealed class SharedCallTests
{
    private static readonly SendOutcome NoAnswer = new(SendKind.Unknown, Code: "timeout");

    [Theory]
    [InlineData(0.0, 4, 0)]
    [InlineData(0.9, 0, 4)]
    public async Task TheWeightsChooseWhoCallsAndTheOutcomeNamesHim(double dice, int one, int two)
    {
        var scene = await SharedAsync();
        scene.Texts.Dice = () => dice;

        await scene.WorkAsync();

        Assert.Equal((one, two), (scene.Provider.Taken.Count, scene.Other.Taken.Count));
        Assert.Equal(dice > 0.5 ? "two" : "one", (await RoundAsync(scene)).OutcomeOf(0)!.Provider);
    }

    [Fact]
    public async Task WhatOneCertainlyRefusedTheOtherCallsAtOnce()
    {
        var scene = await SharedAsync();
        scene.Texts.Dice = () => 0;
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "20429");

        await scene.WorkAsync();

        Assert.Equal((0, 4), (scene.Provider.Taken.Count, scene.Other.Taken.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsInDoubtAtOneIsCalledByTheOtherOnlyAfterTheFirstSaidNo(bool wasTaken)
    {
        var scene = await SharedAsync();
        scene.Texts.Dice = () => 0;
        (scene.Provider.Answer, scene.Provider.TakesUnknown, scene.Provider.CannotBeAsked) = (_ => NoAnswer, wasTaken, true);
        await scene.WorkAsync();
        scene.Texts.Dice = () => 0.9;
        await scene.CallAllAsync(scene.Texts.Batch.Id);
        Assert.Empty(scene.Other.Taken);

        scene.Provider.CannotBeAsked = false;
        await scene.CallAllAsync(scene.Texts.Batch.Id);

        Assert.Equal(wasTaken ? 0 : 4, scene.Other.Taken.Count);
        Assert.True((await RoundAsync(scene)).IsFinished);
    }

    [Fact]
    public async Task AfterAKillEachWhoMayHaveItIsAskedBeforeAnybodyCallsAgain()
    {
        var scene = await SharedAsync();
        scene.Texts.Dice = () => 0.9;
        scene.Other.Answer = _ =>
        {
            scene.Texts.Crashing.CrashAt(0);
            return null;
        };
        await Assert.ThrowsAsync<WorkerKilledException>(scene.WorkAsync);
        scene.Texts.Crashing.StopCrashing();
        scene.Texts.PassClaim();
        (scene.Texts.Dice, scene.Other.CannotBeAsked) = (() => 0, true);
        var inDoubt = scene.Other.Taken.Select(item => item.Call.To).ToHashSet();

        await scene.CallAllAsync(scene.Texts.Batch.Id);
        Assert.DoesNotContain(scene.Provider.Taken, item => inDoubt.Contains(item.Call.To));

        scene.Other.CannotBeAsked = false;
        await scene.CallAllAsync(scene.Texts.Batch.Id);
        Assert.Equal(4, scene.Provider.Taken.Concat(scene.Other.Taken).DistinctBy(item => item.Call.To).Count());
        Assert.Equal(4, scene.Provider.Taken.Count + scene.Other.Taken.Count);
    }

    [Fact]
    public async Task WithoutAProviderThatCanCallNothingIsLost()
    {
        var providers = new VoiceProviders([], new DeliveryScene().Providers(), new(), 8, TimeProvider.System);

        var outcome = await providers.CallAsync(new(Some.Sms().To, "x", Language.Dutch, Some.Batch().Id.Calls(1), 0), null, TestContext.Current.CancellationToken);

        Assert.Equal((SendKind.TryLater, "no-provider"), (outcome.Kind, outcome.Code));
    }

    // The text messages are out; the calls wait.
    private static async Task<CallScene> SharedAsync()
    {
        var scene = await CallScene.PlannedAsync(sharesTheLoad: true);
        await scene.DeliverAsync();
        return scene;
    }

    private static async Task<BatchState> RoundAsync(CallScene scene) =>
        BatchState.Of((await scene.Texts.Store.ReadAsync(scene.Texts.Batch.Id.Calls(1), TestContext.Current.CancellationToken))!);
}
