using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery;

/// <summary>How many emails may come twice when workers are killed or the mail server gives no clear answer, and that each of them is counted.</summary>
public sealed class EmailRepeatTests
{
    private const int Chunk = 3;
    private static readonly DeliveryOptions Options = new() { EmailChunk = Chunk };
    private static readonly SendOutcome NoAnswer = new(SendKind.Unknown, Code: "smtp-timeout");

    [Fact]
    public Task AKillRepeatsAtMostAChunkUnderTheSameMessageIdAndEveryRepeatIsCounted() =>
        Gen.Int[0, 14].Array[0, 4].SampleAsync(
            async moments =>
            {
                var (scene, mail, batch) = await PlannedAsync(10);
                var kills = 0;
                foreach (var moment in moments)
                    kills += await DiesAsync(scene, mail, batch.Id, moment) ? 1 : 0;
                Assert.False(await DiesAsync(scene, mail, batch.Id, null));

                var repeated = mail.Taken.CountBy(message => message.MessageId).Count(copies => copies.Value > 1);
                Assert.Equal(batch.Recipients.Count, mail.Taken.DistinctBy(message => message.To).Count());
                Assert.Equal(batch.Recipients.Count, mail.Taken.DistinctBy(message => (message.To, message.MessageId)).Count());
                Assert.InRange(mail.Taken.Count - batch.Recipients.Count, 0, kills * Chunk);
                Assert.InRange(await CountedAsync(scene, batch.Id), repeated, kills * Chunk);
            },
            iter: 200);

    [Fact]
    public Task WhateverAMailServerAnswersAndWhoeverIsKilledNobodyIsForgottenAndEveryRepeatIsBoundedAndCounted() =>
        Gen.Select(Gen.Int[-1, 14], Gen.Enum<Mood>()).Array[0, 6].SampleAsync(
            async life =>
            {
                var (scene, mail, batch) = await PlannedAsync(6);
                var kills = 0;
                foreach (var (moment, mood) in life)
                {
                    In(mood, mail);
                    kills += await DiesAsync(scene, mail, batch.Id, moment < 0 ? null : moment) ? 1 : 0;
                }

                In(Mood.Works, mail);
                Assert.False(await DiesAsync(scene, mail, batch.Id, null));
                var state = await StateAsync(scene, batch.Id);
                Assert.True(state.IsFinished);
                var written = await WrittenAsync(scene, batch.Id);
                var unclear = Enumerable.Range(0, 6).ToDictionary(index => index, index => written.Count(outcome => outcome.Index == index && outcome.Kind == OutcomeKind.Unknown));
                Assert.All(unclear.Values, times => Assert.InRange(times, 0, 2));
                foreach (var (index, times) in unclear)
                    Assert.True(times == 2 || mail.Taken.Any(message => message.To == batch.Recipients[index].Address), $"{index} was not told");
                Assert.InRange(mail.Taken.Count - 6, -6, (kills * Chunk) + unclear.Values.Count(times => times > 0));
                Assert.True(await CountedAsync(scene, batch.Id) >= mail.Taken.CountBy(message => message.MessageId).Count(copies => copies.Value > 1));
            },
            iter: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsNeverAnsweredClearlyIsSentOnceMoreAndThenEndsAsNeverKnown(bool isTaken)
    {
        var (scene, mail, batch) = await PlannedAsync(1);
        (mail.Answer, mail.TakesUnknown) = (_ => NoAnswer, isTaken);

        for (var claim = 0; claim < 6; claim++)
            await DiesAsync(scene, mail, batch.Id, null);

        Assert.Equal(2, mail.Tried.Count);
        var state = await StateAsync(scene, batch.Id);
        Assert.Equal((DeliveryState.Failed, Outcome.NeverKnown, Fate.Told), (state.Deliveries[0], state.OutcomeOf(0)!.Code, state.FateOf(0)));
        Assert.Equal(1, await CountedAsync(scene, batch.Id));
    }

    [Fact]
    public async Task ARepeatThatIsTakenIsCountedAlsoWhenItWasRefusedBefore()
    {
        var (scene, mail, batch) = await PlannedAsync(1);
        foreach (var answer in new[] { NoAnswer, new(SendKind.TryLater, Code: "smtp-451"), null })
        {
            mail.Answer = _ => answer;
            await DiesAsync(scene, mail, batch.Id, null);
        }

        Assert.Equal(DeliveryState.Sent, (await StateAsync(scene, batch.Id)).Deliveries[0]);
        Assert.Equal(1, await CountedAsync(scene, batch.Id));
    }

    [Fact]
    public async Task WhatMayHaveGoneAndWasThenRefusedCountsAsToldOnceItsReasonIsGone()
    {
        var (scene, mail, batch) = await PlannedAsync(1);
        mail.Answer = _ => NoAnswer;
        await DiesAsync(scene, mail, batch.Id, null);
        mail.Answer = _ => new(SendKind.TryLater, Code: "smtp-451");
        await DiesAsync(scene, mail, batch.Id, null);
        await scene.AddAsync(Some.Approved(2) with { Scope = scene.Declaration.Scope, Until = null });

        await DiesAsync(scene, mail, batch.Id, null);

        var state = await StateAsync(scene, batch.Id);
        Assert.Equal((true, Outcome.NeverKnown, Fate.Told), (state.IsFinished, state.OutcomeOf(0)!.Code, state.FateOf(0)));
    }

    [Fact]
    public async Task AFailedLookAtTheDeclarationsInTheMiddleOfAChunkRepeatsNoEmail()
    {
        var (scene, mail, batch) = await PlannedAsync(Chunk);
        mail.Answer = _ =>
        {
            if (mail.Tried.Count != 1)
                return null;
            scene.Declarations.FailedListings = 1;
            return scene.Pass(DeclarationWatch.Freshness);
        };
        await Assert.ThrowsAsync<IOException>(() => DiesAsync(scene, mail, batch.Id, null));

        await DiesAsync(scene, mail, batch.Id, null);

        Assert.Equal(batch.Recipients.Select(recipient => recipient.Address), mail.Taken.Select(message => message.To));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatAClaimHadNoTimeForIsNotInDoubt(bool losesItsReason)
    {
        var (scene, mail, batch) = await PlannedAsync(10);
        mail.Answer = _ => scene.Pass(Options.ClaimMargin + TimeSpan.FromSeconds(1));
        await DiesAsync(scene, mail, batch.Id, null);
        Assert.Equal(Chunk, mail.Taken.Count);
        mail.Answer = _ => null;
        if (losesItsReason)
            await scene.AddAsync(Some.Approved(2) with { Scope = scene.Declaration.Scope, Until = null });

        await DiesAsync(scene, mail, batch.Id, null);

        var state = await StateAsync(scene, batch.Id);
        Assert.Equal((true, losesItsReason ? Fate.NotTold : Fate.Told), (state.IsFinished, state.FateOf(9)));
        Assert.Equal((0, losesItsReason ? Chunk : 10), (await CountedAsync(scene, batch.Id), mail.Taken.Count));
    }

    private enum Mood
    {
        Works,
        RefusesForNow,
        TakesWithoutAnAnswer,
        LosesWithoutAnAnswer,
    }

    private static void In(Mood mood, RecordingEmailProvider mail)
    {
        mail.TakesUnknown = mood == Mood.TakesWithoutAnAnswer;
        mail.Answer = _ => mood switch
        {
            Mood.Works => null,
            Mood.RefusesForNow => new(SendKind.TryLater, Code: "smtp-451"),
            _ => NoAnswer,
        };
    }

    private static async Task<(DeliveryScene Scene, RecordingEmailProvider Mail, DeliveryBatch Batch)> PlannedAsync(int recipients)
    {
        var scene = new DeliveryScene(1, Options);
        await scene.AddAsync(scene.Declaration);
        var batch = Some.Batch(recipients, scene.Declaration.Id, Channel.Email);
        await scene.Store.TryPlanAsync(batch, DeliveryScene.Token);
        return (scene, new(), batch);
    }

    private static async Task<bool> DiesAsync(DeliveryScene scene, RecordingEmailProvider mail, BatchId batch, int? moment)
    {
        scene.PassClaim();
        if (moment is { } half)
            scene.Crashing.CrashAt(half);
        try
        {
            using var channel = new EmailChannel(mail, new CodeOnlyTexts(), Options, scene.Clock);
            await new BatchDelivery(
                channel, scene.Crashing, scene.Book, new(scene.Declarations, scene.Clock), scene.Bus, new(Options, scene.Clock)).DeliverAsync(batch, DeliveryScene.Token);
            return false;
        }
        catch (WorkerKilledException)
        {
            return true;
        }
        finally
        {
            scene.Crashing.StopCrashing();
        }
    }

    private static async Task<int> CountedAsync(DeliveryScene scene, BatchId batch) =>
        (await WrittenAsync(scene, batch)).Count(outcome => outcome.Code == Outcome.SentAgain);

    private static async Task<IReadOnlyList<Outcome>> WrittenAsync(DeliveryScene scene, BatchId batch) =>
        [.. (await scene.Store.ReadAsync(batch, DeliveryScene.Token))!.Outcomes.SelectMany(chunk => chunk.Outcomes)];

    private static async Task<BatchState> StateAsync(DeliveryScene scene, BatchId batch) =>
        BatchState.Of((await scene.Store.ReadAsync(batch, DeliveryScene.Token))!);
}
