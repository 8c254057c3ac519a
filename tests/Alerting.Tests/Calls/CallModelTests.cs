using Alerting.Calls;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Levels;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using CsCheck;

namespace Alerting.Tests.Calls;

/// <summary>Random lives of the calls that follow a batch: kills, confirmations, ends of calls, provider moods and pauses in any order, and what must hold for all of them.</summary>
public sealed class CallModelTests
{
    private enum Act
    {
        Text,
        Look,
        Work,
        Kill,
        ProviderRefuses,
        ProviderTakesSilently,
        ProviderLosesSilently,
        ProviderWorks,
        TextFails,
        SomebodyAnswers,
        SomebodyPresses,
        CallEnds,
        TimePasses,
    }

    private static readonly Gen<(Act Act, int Number)[]> Life =
        Gen.Select(Gen.Int[0, 12].Select(number => (Act)number), Gen.Int[0, 40]).Array[1, 40];

    [Fact]
    public Task WhateverHappensNobodyIsCalledWhoConfirmedNorTooOftenNorTwiceAtOnceAndEverybodyElseIsCalled() =>
        Gen.Select(Life, Gen.Bool).SampleAsync(
            async (life, critical) =>
            {
                var scene = await CallScene.PlannedAsync(5, critical ? Level.Critical : Level.Substantial);
                var confirmed = new Dictionary<string, DateTimeOffset>();
                foreach (var (act, number) in life)
                    await DoAsync(scene, confirmed, act, number);
                await SettleAsync(scene);
                AssertRight(scene, confirmed);
            },
            iter: 300);

    private static async Task DoAsync(CallScene scene, Dictionary<string, DateTimeOffset> confirmed, Act act, int number)
    {
        switch (act)
        {
            case Act.Text: await scene.DeliverAsync(); break;
            case Act.Look: await scene.PlanAsync(); break;
            case Act.Work: await scene.WorkAsync(); break;
            case Act.Kill: await KillAsync(scene, number); break;
            case Act.ProviderRefuses: Mood(scene, SendKind.TryLater, takes: false); break;
            case Act.ProviderTakesSilently: Mood(scene, SendKind.Unknown, takes: true); break;
            case Act.ProviderLosesSilently: Mood(scene, SendKind.Unknown, takes: false); break;
            case Act.ProviderWorks: scene.Provider.Answer = _ => null; break;
            case Act.TextFails: await FailTextAsync(scene, number % 5); break;
            case Act.SomebodyAnswers: await AnswerAsync(scene, confirmed, number % 5); break;
            case Act.SomebodyPresses: await PressAsync(scene, confirmed, number); break;
            case Act.CallEnds: await EndCallAsync(scene, number); break;
            case Act.TimePasses: scene.Clock.Advance(TimeSpan.FromSeconds(5 * number)); break;
            default: throw new InvalidOperationException($"{act}");
        }
    }

    private static async Task KillAsync(CallScene scene, int number)
    {
        scene.Texts.Crashing.CrashAt(number);
        try
        {
            await scene.WorkAsync();
            await scene.PlanAsync();
        }
        catch (WorkerKilledException)
        {
        }

        scene.Texts.Crashing.StopCrashing();
    }

    private static void Mood(CallScene scene, SendKind kind, bool takes)
    {
        scene.Provider.TakesUnknown = takes;
        scene.Provider.Answer = _ => new(kind, Code: "mood");
    }

    private static async Task FailTextAsync(CallScene scene, int index)
    {
        await new ReceiptBook(scene.Texts.Store, scene.Texts.Book).RecordAsync(
            [new(scene.Texts.Batch.Id, index, ReceiptKind.Failed, scene.Clock.GetUtcNow(), $"SM{index}")], DeliveryScene.Token);
        await scene.PlanAsync();
    }

    private static async Task AnswerAsync(CallScene scene, Dictionary<string, DateTimeOffset> confirmed, int index)
    {
        await scene.AnswerAsync(index);
        Confirm(scene, confirmed, scene.Texts.Batch.Recipients[index].Address.Value);
    }

    private static async Task PressAsync(CallScene scene, Dictionary<string, DateTimeOffset> confirmed, int number)
    {
        if (scene.Provider.Taken.Count == 0)
            return;
        var call = scene.Provider.Taken[number % scene.Provider.Taken.Count].Call;
        await scene.PressAsync(call);
        Confirm(scene, confirmed, call.To.Value);
    }

    private static void Confirm(CallScene scene, Dictionary<string, DateTimeOffset> confirmed, string number)
    {
        confirmed.TryAdd(number, scene.Clock.GetUtcNow());
        // As old as the picture may be.
        scene.Clock.Advance(Confirmations.Freshness);
    }

    private static async Task EndCallAsync(CallScene scene, int number)
    {
        if (scene.Provider.Taken.Count == 0)
            return;
        var call = scene.Provider.Taken[number % scene.Provider.Taken.Count].Call;
        var (kind, code) = (number % 3) switch { 0 => (ReceiptKind.Delivered, (string?)null), 1 => (ReceiptKind.Failed, "busy"), _ => (ReceiptKind.Failed, "no-answer") };
        await scene.ReportAsync(kind, code, call);
    }

    // An audit comes round, and the broker gives every message again.
    private static async Task SettleAsync(CallScene scene)
    {
        scene.Provider.Answer = _ => null;
        for (var round = 0; round < 12; round++)
        {
            scene.Clock.Advance(scene.Options.ConfirmWithin);
            await scene.Texts.DeliverAsync();
            await scene.PlanAsync();
            await scene.CallAllAsync(scene.Texts.Batch.Id);
        }
    }

    private static void AssertRight(CallScene scene, Dictionary<string, DateTimeOffset> confirmed)
    {
        var calls = scene.Provider.Taken.ToLookup(item => item.Call.To.Value);
        foreach (var recipient in scene.Texts.Batch.Recipients)
        {
            var to = recipient.Address.Value;
            Assert.InRange(calls[to].Count(), confirmed.ContainsKey(to) ? 0 : 1, scene.Options.Attempts);
            Assert.All(calls[to], call => Assert.False(confirmed.TryGetValue(to, out var at) && call.At > at, "called after the confirmation"));
            Assert.Equal(calls[to].Count(), calls[to].DistinctBy(call => call.Call.Batch).Count());
        }
    }
}
