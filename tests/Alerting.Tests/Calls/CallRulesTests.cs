using Alerting.Calls;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Calls;

public sealed class CallRulesTests
{
    private static readonly CallOptions Options = new() { Attempts = 2 };
    private static readonly CallRules Rules = new(Options);
    private static readonly DeliveryBatch Texts = Some.Batch(2);
    private static readonly DateTimeOffset Over = Some.Now + Options.ConfirmWithin;

    [Fact]
    public void WhoHasNotConfirmedIsCalledWhenTheTimeToConfirmIsOver()
    {
        Assert.Equivalent(new CallTurn([], Over), Next(Delivered(), Some.Now), strict: true);
        Assert.Equal(Texts.Recipients, Next(Delivered(), Over).Recipients);
    }

    [Fact]
    public void AtLevelFiveNobodyWaits() => Assert.Equal(Texts.Recipients, Next(Sent(), Some.Now, CallReach.Everybody).Recipients);

    [Fact]
    public void AFailedTextMessageIsFollowedByACallAtOnce()
    {
        var rejected = Record(Texts, OutcomeKind.Rejected, OutcomeKind.Sent);
        var undelivered = Sent() with { Receipts = [new(Texts.Id, 1, ReceiptKind.Failed, Some.Now, "SM1", "30006")] };

        Assert.Equal([Texts.Recipients[0]], Next(rejected, Some.Now).Recipients);
        Assert.Equal(Over, Next(rejected, Some.Now).LookAt);
        Assert.Equal([Texts.Recipients[1]], Next(undelivered, Some.Now).Recipients);
    }

    [Fact]
    public void WhereNoConfirmationIsWaitedForOnlyWhomTheTextMessageMissedIsCalled()
    {
        var one = Record(Texts, OutcomeKind.Rejected, OutcomeKind.Sent);
        var open = Record(Texts, OutcomeKind.TryLater, OutcomeKind.Sent);

        Assert.Equivalent(new CallTurn([Texts.Recipients[0]], null), Next(one, Over, CallReach.Missed), strict: true);
        Assert.Equivalent(new CallTurn([], null), Next(Delivered(), Over, CallReach.Missed), strict: true);
        Assert.Equivalent(new CallTurn([], Some.Now + Options.Pause), Next(open, Some.Now, CallReach.Missed), strict: true);
    }

    [Fact]
    public void WhoAnsweredTheTextMessageIsNotCalled()
    {
        var answered = Sent() with { Acknowledgements = [new(Texts.Id, 0, Some.Now, "SM2")] };

        Assert.Equal([Texts.Recipients[1]], Next(answered, Some.Now, CallReach.Everybody).Recipients);
    }

    [Fact]
    public void AMessageThatLostItsReasonIsFollowedByNoCall() =>
        Assert.Equivalent(new CallTurn([], null), Next(Record(Texts, OutcomeKind.Superseded, OutcomeKind.Superseded), Over, CallReach.Everybody), strict: true);

    [Theory]
    [InlineData(Position.Inside, false, true)]
    [InlineData(Position.Neighbour, false, false)]
    [InlineData(Position.Neighbour, true, true)]
    [InlineData(Position.Elsewhere, true, false)]
    public void NeighboursAreCalledOnlyWhereThatIsConfiguredAndNobodyElsewhere(Position position, bool neighbours, bool called)
    {
        var batch = Texts with { Recipients = [Some.Recipient() with { Position = position }] };
        var turn = new CallRules(Options with { Neighbours = neighbours }).Next(CallHistory.Of(new(batch, [], [], [], []), []), CallReach.Everybody, Some.Now);

        Assert.Equal(called, turn.Recipients.Count == 1);
        Assert.Null(turn.LookAt);
    }

    [Theory]
    [InlineData("busy", true)]
    [InlineData("no-answer", true)]
    [InlineData("failed", false)]
    [InlineData("canceled", false)]
    public void AnUnansweredCallIsRepeatedAfterAPauseAndAFailedNumberIsNot(string code, bool repeated)
    {
        var ended = Some.Now.AddSeconds(40);
        var round = Round(1, new Receipt(Texts.Id.Calls(1), 0, ReceiptKind.Failed, ended, "CA1", code));

        Assert.Equivalent(new CallTurn([], repeated ? ended + Options.Pause : null), Next(Sent(), ended, CallReach.Everybody, round), strict: true);
        Assert.Equal(repeated ? 1 : 0, Next(Sent(), ended + Options.Pause, CallReach.Everybody, round).Recipients.Count);
    }

    [Fact]
    public void WhoeverAnswersACallWithoutTheKeyIsCalledAgain()
    {
        var ended = Some.Now.AddSeconds(40);
        var round = Round(1, new Receipt(Texts.Id.Calls(1), 0, ReceiptKind.Delivered, ended, "CA1"));

        Assert.Single(Next(Sent(), ended + Options.Pause, CallReach.Everybody, round).Recipients);
    }

    [Fact]
    public void WhoeverPressedTheKeyIsNotCalledAgain()
    {
        var round = Round(1) with { Acknowledgements = [new(Texts.Id.Calls(1), 0, Some.Now, "CA1")] };

        Assert.Equivalent(new CallTurn([], null), Next(Sent(), Some.Now.AddHours(1), CallReach.Everybody, round), strict: true);
    }

    [Fact]
    public void ACallWhoseEndNobodyReportedIsTakenForOverAfterTheLongestCall()
    {
        var over = Some.Now + CallRound.LongestCall + Options.Pause;

        Assert.Equal(over, Next(Sent(), Some.Now, CallReach.Everybody, Round(1)).LookAt);
        Assert.Single(Next(Sent(), over, CallReach.Everybody, Round(1)).Recipients);
    }

    [Fact]
    public void WhileARoundIsBeingMadeNobodyOfItIsCalledByAnother()
    {
        var open = new BatchRecord(new(Texts.Id.Calls(1), [Texts.Recipients[0]], Some.Now), [], [], [], []);

        Assert.Equivalent(new CallTurn([], Some.Now + (3 * Options.Pause)), Next(Sent(), Some.Now + (2.5 * Options.Pause), CallReach.Everybody, open), strict: true);
    }

    [Fact]
    public void AfterTheLastAttemptNobodyCallsAgain()
    {
        BatchRecord[] rounds = [.. Enumerable.Range(1, 2).Select(number => Round(number, new Receipt(Texts.Id.Calls(number), 0, ReceiptKind.Failed, Some.Now, $"CA{number}", "busy")))];

        Assert.Equivalent(new CallTurn([], null), Next(Sent(), Some.Now.AddHours(1), CallReach.Everybody, rounds), strict: true);
    }

    // The second recipient has confirmed wherever there are rounds, so that only the first is left to look at.
    private static CallTurn Next(BatchRecord texts, DateTimeOffset now, CallReach reach = CallReach.Unconfirmed, params BatchRecord[] rounds) =>
        Rules.Next(CallHistory.Of(rounds.Length == 0 ? texts : texts with { Acknowledgements = [new(Texts.Id, 1, Some.Now, "SM9")] }, rounds), reach, now);

    private static BatchRecord Sent() => Record(Texts, OutcomeKind.Sent, OutcomeKind.Sent);

    private static BatchRecord Delivered() =>
        Sent() with { Receipts = [.. Enumerable.Range(0, 2).Select(index => new Receipt(Texts.Id, index, ReceiptKind.Delivered, Some.Now, $"SM{index}"))] };

    private static BatchRecord Round(int number, params Receipt[] receipts) =>
        Record(new(Texts.Id.Calls(number), [Texts.Recipients[0]], Some.Now), OutcomeKind.Sent) with { Receipts = receipts };

    private static BatchRecord Record(DeliveryBatch plan, params OutcomeKind[] kinds) => new(
        plan,
        [new(plan.Id, 1, Some.Now, Some.Now.AddMinutes(2))],
        [new(plan.Id, 1, 0, [.. kinds.Select((kind, index) => new Outcome(index, kind, Some.Now))])],
        [],
        []);
}
