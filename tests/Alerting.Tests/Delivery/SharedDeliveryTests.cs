using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Testing;

namespace Alerting.Tests.Delivery;

/// <summary>A batch that two providers share.</summary>
public sealed class SharedDeliveryTests
{
    private static readonly SendOutcome NoAnswer = new(SendKind.Unknown, Code: "timeout");

    [Fact]
    public async Task BothSendTheirPartAndTheOutcomeNamesTheProvider()
    {
        var scene = await SharedAsync();

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.Equal((5, 5), (scene.Provider.Taken.Count, scene.Other.Taken.Count));
        var state = await scene.StateAsync();
        foreach (var message in scene.Other.Taken)
            Assert.Equal("two", state.OutcomeOf(message.Index)!.Provider);
    }

    [Fact]
    public async Task WhatOneCertainlyRefusedTheOtherSendsAtOnce()
    {
        var scene = await SharedAsync();
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "20429");

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.Equal(10, scene.Other.Taken.Count);
        Assert.True((await scene.StateAsync()).IsFinished);
    }

    [Fact]
    public async Task WhatOneRefusesForAReasonOfItsOwnTheOtherSendsAndNobodyIsMarked()
    {
        var scene = await SharedAsync();
        scene.Dice = () => 0;
        scene.Provider.Answer = _ => new(SendKind.Refused, Code: "29999");

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.Equal((10, 10), (scene.Provider.Tried.Count, scene.Other.Taken.Count));
        Assert.Empty(await scene.Addresses.ReadAsync(DeliveryScene.Token));
    }

    [Fact]
    public async Task WhatBothRefuseHasFailedAndNobodyIsMarked()
    {
        var scene = await SharedAsync();
        (scene.Provider.Answer, scene.Other.Answer) = (_ => new(SendKind.Refused, Code: "29999"), _ => new(SendKind.Refused, Code: "29998"));

        await scene.DeliverAsync();

        var state = await scene.StateAsync();
        Assert.True(state.IsFinished);
        Assert.Equal((20, Fate.NotTold), (scene.Provider.Tried.Count + scene.Other.Tried.Count, state.FateOf(0)));
        Assert.Empty(await scene.Addresses.ReadAsync(DeliveryScene.Token));
    }

    [Fact]
    public async Task WhatOneRefusesWaitsForTheOtherWhenThatOneCannotTakeItNow()
    {
        var scene = await SharedAsync();
        scene.Dice = () => 0;
        (scene.Provider.Answer, scene.Other.Answer) = (_ => new(SendKind.Refused, Code: "29999"), _ => new(SendKind.TryLater, Code: "20429"));
        await scene.DeliverAsync();
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Planned, state));

        scene.Other.Answer = _ => null;
        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsInDoubtAtOneIsSentByTheOtherOnlyAfterTheFirstSaidNo(bool wasTaken)
    {
        var scene = await SharedAsync();
        scene.Dice = () => 0;
        (scene.Provider.Answer, scene.Provider.TakesUnknown, scene.Provider.CannotBeAsked) = (_ => NoAnswer, wasTaken, true);
        await scene.DeliverAsync();
        scene.Dice = () => 0.9;

        await scene.DeliverAsync();
        Assert.Empty(scene.Other.Tried);
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Doubtful, state));

        scene.Provider.CannotBeAsked = false;
        await scene.DeliverAsync();
        scene.AssertEveryoneWasToldOnce();
        Assert.Equal(wasTaken ? 0 : 10, scene.Other.Taken.Count);
    }

    [Fact]
    public async Task AfterAKillEachWhoMayHaveItIsAskedAlthoughOnlyOneWasInDoubtBefore()
    {
        var scene = await SharedAsync();
        scene.Dice = () => 0;
        scene.Provider.Answer = _ => NoAnswer;
        await scene.DeliverAsync();
        Assert.Equal("one", (await scene.StateAsync()).AskedOf(0));
        scene.Dice = () => 0.9;
        scene.Other.Answer = message =>
        {
            scene.Crashing.CrashAt(0);
            return null;
        };

        // The first said no, the second takes it, and the worker dies with the answer.
        await Assert.ThrowsAsync<WorkerKilledException>(scene.DeliverAsync);
        scene.Crashing.StopCrashing();
        scene.PassClaim();
        Assert.Null((await scene.StateAsync()).AskedOf(0));
        scene.Dice = () => 0;
        (scene.Provider.Answer, scene.Other.Answer) = (_ => null, _ => null);
        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
    }

    [Fact]
    public async Task WhatTheOtherProviderCannotHaveTakenDoesNotWaitForIt()
    {
        var scene = await SharedAsync();
        scene.Dice = () => 0;
        scene.Provider.Answer = _ => NoAnswer;
        await scene.DeliverAsync();
        scene.Provider.Answer = _ => null;
        scene.Other.CannotBeAsked = true;

        await scene.DeliverAsync();

        scene.AssertEveryoneWasToldOnce();
        Assert.True((await scene.StateAsync()).IsFinished);
    }

    private static Task<DeliveryScene> SharedAsync() => DeliveryScene.PlannedAsync(sharesTheLoad: true);
}
