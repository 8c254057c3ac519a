using Alerting.Delivery;
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
    }

    private static readonly Gen<(Act Act, int Number)[]> Life =
        Gen.Select(Gen.Int[0, 7].Select(number => (Act)number), Gen.Int[0, 24]).Array[1, 30];

    [Fact]
    public Task WhateverHappensEveryoneIsToldExactlyOnceAndEveryDeliveryEnds() =>
        Life.SampleAsync(
            async life =>
            {
                var scene = await DeliveryScene.PlannedAsync(6, new() { SmsChunk = 2 });
                foreach (var (act, number) in life)
                    await DoAsync(scene, act, number);
                await SettleAsync(scene);
                scene.AssertEveryoneWasToldOnce();
                Assert.True((await scene.StateAsync()).IsFinished);
            },
            iter: 300);

    private static async Task DoAsync(DeliveryScene scene, Act act, int number)
    {
        switch (act)
        {
            case Act.Deliver: await DeliverAsync(scene); break;
            case Act.Kill: scene.Crashing.CrashAt(number); await DeliverAsync(scene); scene.Crashing.StopCrashing(); break;
            case Act.ProviderRefuses: Mood(scene, SendKind.TryLater, takes: false); break;
            case Act.ProviderTakesSilently: Mood(scene, SendKind.Unknown, takes: true); break;
            case Act.ProviderLosesSilently: Mood(scene, SendKind.Unknown, takes: false); break;
            case Act.ProviderWorks: scene.Provider.Answer = _ => null; break;
            case Act.ReceiptOfOne: await ReportAsync(scene, number); break;
            case Act.ClaimEnds: scene.PassClaim(); break;
            default: throw new InvalidOperationException($"{act}");
        }
    }

    private static void Mood(DeliveryScene scene, SendKind kind, bool takes)
    {
        scene.Provider.TakesUnknown = takes;
        scene.Provider.Answer = _ => new(kind, Code: "mood");
    }

    // Only what was taken can be reported.
    private static async Task ReportAsync(DeliveryScene scene, int number)
    {
        if (scene.Provider.Taken.Count == 0)
            return;
        var message = scene.Provider.Taken[number % scene.Provider.Taken.Count];
        var kind = number % 2 == 0 ? ReceiptKind.Delivered : ReceiptKind.Underway;
        await new ReceiptBook(scene.Store, scene.Book).RecordAsync([new(message.Batch, message.Index, kind, scene.Clock.GetUtcNow(), $"SM{message.Index}")], DeliveryScene.Token);
    }

    private static async Task SettleAsync(DeliveryScene scene)
    {
        scene.Provider.Answer = _ => null;
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
