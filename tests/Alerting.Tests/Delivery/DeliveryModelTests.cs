using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery;

/// <summary>Random lives of a batch: kills, provider moods, receipts and pauses in any order, and what must hold for all of them.</summary>
public sealed class DeliveryModelTests
{
    private enum Act
    {
        Deliver,
        Kill,
        ProviderRefuses,
        ProviderTakesSilently,
        ProviderLosesSilently,
        ProviderWorks,
        ReceiptOfOne,
        ClaimEnds,
        CannotBeAsked,
        CanBeAsked,
    }

    private static readonly Gen<(Act Act, int Number)[]> Life =
        Gen.Select(Gen.Int[0, 9].Select(number => (Act)number), Gen.Int[0, 24]).Array[1, 30];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task WhateverHappensEveryoneIsToldExactlyOnceAndEveryDeliveryEnds(bool sharesTheLoad) =>
        Life.SampleAsync(
            async life =>
            {
                var scene = await DeliveryScene.PlannedAsync(6, new() { SmsChunk = 2 }, sharesTheLoad);
                foreach (var (act, number) in life)
                    await DoAsync(scene, act, number);
                await SettleAsync(scene);
                scene.AssertEveryoneWasToldOnce();
                Assert.True((await scene.StateAsync()).IsFinished);
            },
            iter: 300);

    private static async Task DoAsync(DeliveryScene scene, Act act, int number)
    {
        // With two providers each has its own moods.
        var provider = scene.SharesTheLoad && number % 2 == 1 ? scene.Other : scene.Provider;
        switch (act)
        {
            case Act.Deliver: await DeliverAsync(scene); break;
            case Act.Kill: scene.Crashing.CrashAt(number); await DeliverAsync(scene); scene.Crashing.StopCrashing(); break;
            case Act.ProviderRefuses: Mood(provider, SendKind.TryLater, takes: false); break;
            case Act.ProviderTakesSilently: Mood(provider, SendKind.Unknown, takes: true); break;
            case Act.ProviderLosesSilently: Mood(provider, SendKind.Unknown, takes: false); break;
            case Act.ProviderWorks: provider.Answer = _ => null; break;
            case Act.ReceiptOfOne: await ReportAsync(scene, number); break;
            case Act.ClaimEnds: scene.PassClaim(); break;
            case Act.CannotBeAsked: provider.CannotBeAsked = true; break;
            case Act.CanBeAsked: provider.CannotBeAsked = false; break;
            default: throw new InvalidOperationException($"{act}");
        }
    }

    private static void Mood(RecordingSmsProvider provider, SendKind kind, bool takes)
    {
        provider.TakesUnknown = takes;
        provider.Answer = _ => new(kind, Code: "mood");
    }

    // Only what was taken can be reported.
    private static async Task ReportAsync(DeliveryScene scene, int number)
    {
        if (scene.Taken.Count == 0)
            return;
        var message = scene.Taken[number % scene.Taken.Count];
        var kind = number % 2 == 0 ? ReceiptKind.Delivered : ReceiptKind.Underway;
        await new ReceiptBook(scene.Store, scene.Book).RecordAsync([new(message.Batch, message.Index, kind, scene.Clock.GetUtcNow(), $"SM{message.Index}")], DeliveryScene.Token);
    }

    private static async Task SettleAsync(DeliveryScene scene)
    {
        foreach (var provider in new[] { scene.Provider, scene.Other })
        {
            provider.Answer = _ => null;
            provider.CannotBeAsked = false;
        }

        for (var round = 0; round < 3; round++)
        {
            scene.PassClaim();
            await scene.DeliverAsync();
        }
    }

    private static async Task DeliverAsync(DeliveryScene scene)
    {
        try
        {
            await scene.DeliverAsync();
        }
        catch (WorkerKilledException)
        {
        }
    }
}
