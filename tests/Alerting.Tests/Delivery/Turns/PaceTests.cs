using Alerting.Delivery;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;
using Alerting.Directory;
using Alerting.Testing;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery.Turns;

/// <summary>What a number and a provider get, and who waits for it.</summary>
public sealed class PaceTests
{
    private static readonly Address Number = new("+31970000001");
    private readonly FakeTimeProvider clock = new(Some.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TheFirstMessageOfAnAlertToANumberNeverWaits() =>
        Gen.Int[0, 60].Sample(perMinute =>
        {
            var numbers = new NumberPace(new() { NumberMessagesPerMinute = perMinute }, clock);
            Assert.All(Enumerable.Range(0, 100), _ => Assert.True(numbers.TryDraw(Number, isFirst: true)));
        });

    [Fact]
    public void WhatFollowsWaitsForAMinuteThatIsNotUsedUpByOtherAlerts()
    {
        var numbers = new NumberPace(new() { NumberMessagesPerMinute = 2 }, clock);
        numbers.TryDraw(Number, isFirst: true);
        numbers.TryDraw(Number, isFirst: true);

        Assert.False(numbers.TryDraw(Number, isFirst: false));
        Assert.True(numbers.TryDraw(new("+31970000002"), isFirst: false));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(numbers.TryDraw(Number, isFirst: false));
        Assert.False(numbers.TryDraw(Number, isFirst: false));
    }

    [Fact]
    public void NumbersThatNobodyHasSentToForAWhileAreForgotten()
    {
        var numbers = new NumberPace(new(), clock);
        for (var number = 0; number < 100_000; number++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            numbers.TryDraw(new($"+3197{number:D9}"), isFirst: true);
        }

        Assert.InRange(numbers.Count, 1, 2000);
    }

    [Fact]
    public async Task FirstTriesPassAnEmptyBucketAndRepeatsWaitForIt()
    {
        var (scene, worker) = await RefusedAsync();
        Assert.Equal(10, scene.Provider.Tried.Count);
        Assert.All(await CodesAsync(scene), code => Assert.Equal("20429", code));

        await worker.DeliverAsync(scene.Batch.Id, Token);

        Assert.Empty(scene.Provider.Taken);
        Assert.All(await CodesAsync(scene), code => Assert.Equal(SendOutcome.Paced, code));
        Assert.False((await scene.StateAsync()).IsFinished);
    }

    [Fact]
    public async Task WhatWaitsForATokenIsSentOneByOneAsTokensComeBack()
    {
        var (scene, worker) = await RefusedAsync();
        scene.Clock.Advance(TokenBucket.MostDebt);

        for (var sent = 1; sent <= 10; sent++)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(10));
            await worker.DeliverAsync(scene.Batch.Id, Token);
            Assert.Equal(sent, scene.Provider.Taken.Count);
        }

        scene.AssertEveryoneWasToldOnce();
    }

    // Ten first tries, for which the bucket has one token, and then a token every ten seconds.
    private static async Task<(DeliveryScene Scene, BatchDelivery Worker)> RefusedAsync()
    {
        var scene = await DeliveryScene.PlannedAsync(10);
        scene.Provider.Bucket = new(TimeSpan.FromSeconds(10), 1);
        scene.Provider.Answer = _ => new(SendKind.TryLater, Code: "20429");
        var worker = scene.Worker();
        await worker.DeliverAsync(scene.Batch.Id, Token);
        scene.Provider.Answer = _ => null;
        return (scene, worker);
    }

    private static async Task<IEnumerable<string?>> CodesAsync(DeliveryScene scene)
    {
        var state = await scene.StateAsync();
        return Enumerable.Range(0, 10).Select(index => state.OutcomeOf(index)?.Code);
    }
}
