using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Tests.Delivery;

/// <summary>What happens around the moment at which a claim ends.</summary>
public sealed class ClaimEndTests
{
    [Fact]
    public async Task AMessageThatComesATouchEarlyComesAgainUnderAnotherName()
    {
        var scene = await DeliveryScene.PlannedAsync();
        await scene.Store.TryClaimAsync(new(scene.Batch.Id, 1, scene.Clock.GetUtcNow(), scene.Clock.GetUtcNow() + scene.Options.ClaimLease), DeliveryScene.Token);
        await scene.DeliverAsync();
        scene.Clock.Advance(scene.Options.ClaimLease - TimeSpan.FromMilliseconds(30));

        await scene.DeliverAsync();

        Assert.Equal(2, scene.Bus.Sent(Entities.Sms).DistinctBy(message => message.MessageId).Count());
    }

    [Fact]
    public async Task WhatAClaimHadNoTimeForIsSentAsAFirstTryAndNobodyIsAskedAboutIt()
    {
        var scene = await DeliveryScene.PlannedAsync();
        scene.Provider.Answer = _ => scene.Pass(scene.Options.ClaimMargin + TimeSpan.FromSeconds(1));
        await scene.DeliverAsync();
        Assert.Equal(3, scene.Provider.Taken.Count);
        (scene.Provider.Answer, scene.Provider.CannotBeAsked) = (_ => null, true);
        scene.PassClaim();

        await scene.DeliverAsync();

        Assert.Equal(10, scene.Provider.Taken.Count);
        Assert.DoesNotContain(scene.Provider.Taken, message => message.IsRepeat);
    }
}
