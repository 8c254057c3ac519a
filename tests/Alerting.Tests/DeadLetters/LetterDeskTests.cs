using Alerting.Bus;
using Alerting.DeadLetters;
using Alerting.Declarations;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Tests.DeadLetters;

public sealed class LetterDeskTests
{
    private static readonly Actor Operator = new("approver-1");
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryBus bus = new();
    private readonly InMemoryRefusals refusals = new();
    private readonly InMemoryLetterBook book = new();
    private readonly LetterDesk desk;
    private readonly LetterDrain drain;

    public LetterDeskTests()
    {
        desk = new(book, bus, clock);
        drain = new(bus, refusals, book, clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryEntityIsDrainedAndEachLetterKeepsItsReason()
    {
        foreach (var entity in Entities.All)
            bus.Park(Some.DeadLetter(entity));
        var request = Some.DeadLetter(Entities.DeclarationRequests) with { MessageId = "" };
        bus.Park(request);
        await refusals.KeepAsync(new(request.Entity, $"#{request.SequenceNumber}", Some.Now, [Problem.Invalid("a", "b", "c")]), Token);

        Assert.Equal(Entities.All.Count + 1, await drain.DrainAsync(Token));

        var kept = await book.ListAsync(LetterState.Open, null, 100, Token);
        Assert.Equal(Entities.All.Order(), kept.Select(letter => letter.Letter.Entity).Distinct().Order());
        Assert.Equal("a", Assert.Single(Assert.Single(kept, letter => letter.Refusal is not null).Refusal!.Problems).Rule);
        Assert.Equal(0, await drain.DrainAsync(Token));
    }

    [Fact]
    public async Task ALetterThatComesTwiceIsKeptOnce()
    {
        var letter = Some.DeadLetter();
        for (var time = 0; time < 2; time++)
        {
            bus.Park(letter);
            await drain.DrainAsync(Token);
        }

        Assert.Single(await book.ListAsync(null, null, 10, Token));
    }

    [Fact]
    public async Task WhatCannotBeKeptStaysWithTheBrokerAndIsReported()
    {
        bus.Park(Some.DeadLetter(Entities.Sms));
        book.Down = true;

        await Assert.ThrowsAsync<AggregateException>(() => drain.DrainAsync(Token));

        Assert.Single(bus.Parked(Entities.Sms));
        book.Down = false;
        Assert.Equal(1, await drain.DrainAsync(Token));
    }

    [Fact]
    public async Task AReplayIsTheSameMessageUnderTheLettersIdInItsOwnTrace()
    {
        const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var id = await KeepAsync(Some.DeadLetter(Entities.SubscriptionOf(Entities.PlanAlert)) with { Subject = "approved", TraceParent = Trace });

        var replayed = (await desk.ReplayAsync(id, Operator, Token)).Value!;

        var sent = Assert.Single(bus.Sent(Entities.Declarations));
        Assert.Equal(($"{id}.replay", "approved", "text/plain", Trace, id), (sent.MessageId, sent.Subject, sent.ContentType, sent.TraceParent, sent.ReplayOf));
        Assert.Equal("20190318-7K3Q9F.sms.1.00000"u8.ToArray(), sent.Body.ToArray());
        Assert.Equal(new LetterHandling(LetterState.Replayed, "approver-1", Some.Now, null, Some.Now), replayed.Handling);
        Assert.Equal(replayed.Handling, (await book.FindAsync(id, Token))!.Handling);
    }

    [Fact]
    public async Task ALetterIsDecidedOnce()
    {
        var replayed = await KeepAsync(Some.DeadLetter());
        await desk.ReplayAsync(replayed, Operator, Token);
        var dismissed = await KeepAsync(Some.DeadLetter());
        Assert.Equal("Known.", (await desk.DismissAsync(dismissed, Operator, " Known. ", Token)).Value!.Handling!.Reason);

        foreach (var id in new[] { replayed, dismissed })
        {
            Assert.Equal("dead-letter-handled", (await desk.ReplayAsync(id, Operator, Token)).Problems.Single().Rule);
            Assert.Equal("dead-letter-handled", (await desk.DismissAsync(id, Operator, "Known.", Token)).Problems.Single().Rule);
        }

        Assert.Single(bus.Sent(Entities.Sms));
    }

    [Theory]
    [InlineData("e677d19fa7ff-0123456789abcdef")]
    [InlineData("../declarations")]
    [InlineData("")]
    public async Task WhatIsNotThereCannotBeDecided(string id) =>
        Assert.Equal((ProblemKind.NotFound, "dead-letter-unknown"), Named((await desk.ReplayAsync(id, Operator, Token)).Problems.Single()));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task ADismissalSaysWhy(string? reason)
    {
        var id = await KeepAsync(Some.DeadLetter());

        Assert.Equal((ProblemKind.Invalid, "required"), Named((await desk.DismissAsync(id, Operator, reason, Token)).Problems.Single()));
        Assert.Equal(LetterState.Open, (await book.FindAsync(id, Token))!.State);
    }

    [Fact]
    public async Task ABodyThatWasTooLargeToKeepIsNotSentHalf()
    {
        var id = await KeepAsync(Some.DeadLetter() with { Size = DeadLetter.MaxBody + 1, Body = default });

        Assert.Equal("dead-letter-not-whole", (await desk.ReplayAsync(id, Operator, Token)).Problems.Single().Rule);
        Assert.Empty(bus.Sent(Entities.Sms));
    }

    [Fact]
    public async Task AReplayThatTheBrokerMissedIsSentWhenItIsBack()
    {
        var id = await KeepAsync(Some.DeadLetter());
        bus.GoDown();

        Assert.Null((await desk.ReplayAsync(id, Operator, Token)).Value!.Handling!.SentAt);
        await Assert.ThrowsAsync<BusUnavailableException>(() => desk.FinishAsync(Token));

        bus.ComeUp();
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.FinishAsync(Token);
        await desk.FinishAsync(Token);
        Assert.Single(bus.Sent(Entities.Sms));
        Assert.Equal(Some.Now.AddMinutes(1), (await book.FindAsync(id, Token))!.Handling!.SentAt);
    }

    [Fact]
    public void ANewerLetterHasASmallerIdAndABrokerSetUpAnewGivesNewIds()
    {
        var letter = Some.DeadLetter();

        Assert.Equal(KeptLetter.IdOf(letter), KeptLetter.IdOf(letter with { Reason = "other", DeliveryCount = 3 }));
        Assert.True(string.CompareOrdinal(KeptLetter.IdOf(letter with { EnqueuedAt = Some.Now.AddSeconds(1) }), KeptLetter.IdOf(letter)) < 0);
        Assert.NotEqual(KeptLetter.IdOf(letter), KeptLetter.IdOf(letter with { MessageId = "other" }));
        Assert.NotEqual(KeptLetter.IdOf(letter), KeptLetter.IdOf(letter with { Entity = Entities.Email }));
        Assert.True(KeptLetter.IsId(KeptLetter.IdOf(letter)));
    }

    private static (ProblemKind Kind, string Rule) Named(Problem problem) => (problem.Kind, problem.Rule);

    private async Task<string> KeepAsync(DeadLetter letter)
    {
        bus.Park(letter);
        await drain.DrainAsync(Token);
        return KeptLetter.IdOf(letter);
    }
}
