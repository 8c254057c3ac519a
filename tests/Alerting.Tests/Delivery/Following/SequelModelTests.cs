using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery.Following;

/// <summary>A correction or withdrawal at any moment of the random life of an alert, with kills of the workers of both.</summary>
public sealed class SequelModelTests
{
    private enum Act
    {
        Deliver,
        KillAndDeliver,
        DeliverSequel,
        KillAndDeliverSequel,
        ProviderRefuses,
        ProviderRejects,
        ProviderTakesSilently,
        ProviderLosesSilently,
        ProviderWorks,
        ProviderCannotBeAsked,
        ClaimEnds,
        Annul,
    }

    private static readonly Gen<(Act Act, int Number)[]> Life =
        Gen.Select(Gen.Int[0, 11].Select(number => (Act)number), Gen.Int[0, 24]).Array[1, 30];

    [Theory]
    [InlineData(DeclarationKind.Withdraw)]
    [InlineData(DeclarationKind.Correct)]
    public Task WhateverHappensItGoesOnceToExactlyThoseItConcernsAndNeverBeforeTheOriginal(DeclarationKind kind) =>
        Life.SampleAsync(
            async life =>
            {
                var (original, sequel) = (await DeliveryScene.PlannedAsync(6, new() { SmsChunk = 2 }), default(SequelScene));
                foreach (var (act, number) in life)
                {
                    if (act == Act.Annul)
                        sequel ??= await SequelScene.AnnulledAsync(original, kind);
                    else
                        await DoAsync(original, sequel, act, number);
                }

                sequel ??= await SequelScene.AnnulledAsync(original, kind);
                await SettleAsync(original, sequel);
                Assert.True((await original.StateAsync()).IsFinished && (await sequel.StateAsync()).IsFinished);
                AssertOnceAndInOrder(original, sequel);
                await AssertConcernedAsync(original, sequel);
            },
            iter: 300);

    private static async Task DoAsync(DeliveryScene original, SequelScene? sequel, Act act, int number)
    {
        switch (act)
        {
            case Act.Deliver: await LiveAsync(original.DeliverAsync); break;
            case Act.DeliverSequel when sequel is not null: await LiveAsync(sequel.DeliverAsync); break;
            case Act.KillAndDeliver: await KillAsync(original, number, original.DeliverAsync); break;
            case Act.KillAndDeliverSequel when sequel is not null: await KillAsync(original, number, sequel.DeliverAsync); break;
            case Act.ProviderRefuses: Mood(original, SendKind.TryLater); break;
            case Act.ProviderRejects: Mood(original, SendKind.Rejected); break;
            case Act.ProviderTakesSilently: Mood(original, SendKind.Unknown, takes: true); break;
            case Act.ProviderLosesSilently: Mood(original, SendKind.Unknown); break;
            case Act.ProviderWorks: (original.Provider.Answer, original.Provider.CannotBeAsked) = (_ => null, false); break;
            case Act.ProviderCannotBeAsked: original.Provider.CannotBeAsked = true; break;
            case Act.ClaimEnds: original.PassClaim(); break;
            default: break;
        }
    }

    private static void Mood(DeliveryScene scene, SendKind kind, bool takes = false)
    {
        scene.Provider.TakesUnknown = takes;
        scene.Provider.Answer = _ => new(kind, Code: "mood");
    }

    private static async Task SettleAsync(DeliveryScene original, SequelScene sequel)
    {
        (original.Provider.Answer, original.Provider.CannotBeAsked) = (_ => null, false);
        for (var round = 0; round < 4; round++)
        {
            original.PassClaim();
            await original.DeliverAsync();
            await sequel.DeliverAsync();
        }
    }

    private static void AssertOnceAndInOrder(DeliveryScene original, SequelScene sequel)
    {
        Assert.Equal(sequel.ToldOriginal.Distinct(), sequel.ToldOriginal);
        Assert.Equal(sequel.ToldSequel.Distinct(), sequel.ToldSequel);
        foreach (var number in original.Batch.Recipients.Select(recipient => recipient.Address))
        {
            var tried = original.Provider.Tried.Where(message => message.To == number).Select(message => message.Batch).ToList();
            Assert.True(tried.IndexOf(sequel.Batch.Id) is var first && (first < 0 || !tried.Skip(first).Contains(original.Batch.Id)), $"{number}: the original came after what takes it back");
        }
    }

    private static async Task AssertConcernedAsync(DeliveryScene original, SequelScene sequel)
    {
        var (state, end) = (await original.StateAsync(), await sequel.StateAsync());
        foreach (var index in Enumerable.Range(0, original.Batch.Recipients.Count))
        {
            var number = original.Batch.Recipients[index].Address.Value;
            var heard = sequel.ToldOriginal.Contains(number);
            Assert.Equal(heard ? Fate.Told : state.FateOf(index), state.FateOf(index));
            var concerned = heard || (sequel.Declaration.Kind == DeclarationKind.Correct && state.FateOf(index) == Fate.NotTold);
            // A number that the provider turned down in its mood is told no more.
            Assert.Equal(concerned && end.FateOf(index) != Fate.Unreachable, sequel.ToldSequel.Contains(number));
        }
    }

    private static Task KillAsync(DeliveryScene scene, int number, Func<Task> work)
    {
        scene.Crashing.CrashAt(number);
        return LiveAsync(work).ContinueWith(_ => scene.Crashing.StopCrashing(), TaskScheduler.Default);
    }

    private static async Task LiveAsync(Func<Task> work)
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
