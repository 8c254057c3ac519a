using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Tests.Alerts;

public sealed class UntoldTests
{
    private static readonly DeclarationId Alert = DeclarationId.New(Some.Now);

    [Fact]
    public void WhoeverWasSentSomethingOrLostItsReasonIsNotUntold() =>
        Assert.Empty(Untold.Of([
            Batch(Channel.Sms, ["sent", "superseded", "delivered"],
                outcomes: [new(0, OutcomeKind.Sent, Some.Now, "SM0"), new(1, OutcomeKind.Superseded, Some.Now, Code: "expired"), new(2, OutcomeKind.Sent, Some.Now, "SM2")],
                receipts: [(2, ReceiptKind.Delivered, null)]),
        ]));

    [Theory]
    [InlineData(OutcomeKind.TryLater, UntoldState.Open)]
    [InlineData(OutcomeKind.Unknown, UntoldState.Open)]
    [InlineData(OutcomeKind.Rejected, UntoldState.Failed)]
    [InlineData(OutcomeKind.Failed, UntoldState.Failed)]
    public void TheLastOutcomeSaysWhyAndWhen(OutcomeKind kind, UntoldState state)
    {
        var untold = Assert.Single(Untold.Of([Batch(Channel.Sms, ["a"], [new(0, kind, Some.Now, Code: "c-1")])]));

        Assert.Equal((state, "c-1", Some.Now), (untold.State, untold.Code, untold.At));
    }

    [Fact]
    public void WhatNobodyHasTriedIsOpenWithoutAReason()
    {
        var untold = Assert.Single(Untold.Of([Batch(Channel.Sms, ["a"])]));

        Assert.Equal((UntoldState.Open, null, null), (untold.State, untold.Code, untold.At));
    }

    [Fact]
    public void AReportThatItDidNotArriveSaysMoreThanTheSending()
    {
        var untold = Assert.Single(Untold.Of([
            Batch(Channel.Sms, ["a"], [new(0, OutcomeKind.Sent, Some.Now, "SM0", Outcome.SentAgain)], [(0, ReceiptKind.Failed, "30003")]),
        ]));

        Assert.Equal((UntoldState.Failed, "30003", Some.Now.AddMinutes(1)), (untold.State, untold.Code, untold.At));
    }

    [Fact]
    public void WhoeverAnsweredKnowsWhateverTheProviderReports() =>
        Assert.Empty(Untold.Of([
            Batch(Channel.Sms, ["a"], [new(0, OutcomeKind.Sent, Some.Now, "SM0")], [(0, ReceiptKind.Failed, "30003")], answered: true),
        ]));

    [Fact]
    public void OtherChannelsThatToldTheSameContactAreNamed()
    {
        var untold = Untold.Of([
            Batch(Channel.Sms, ["a", "b"], [Failed(0), Failed(1)]),
            Batch(Channel.Email, ["b", "a"], [new(0, OutcomeKind.Sent, Some.Now), Failed(1)]),
        ]);

        Assert.Equal([("a", Channel.Sms, ""), ("a", Channel.Email, ""), ("b", Channel.Sms, "Email")], untold.Select(Line));
    }

    [Fact]
    public void AnotherContactOfTheSameBodyTellsNobody()
    {
        var sms = Batch(Channel.Sms, ["a"], [Failed(0)]);
        var email = Batch(Channel.Email, ["a"], [new(0, OutcomeKind.Sent, Some.Now)], contact: "deputy");

        Assert.Empty(Assert.Single(Untold.Of([sms, email])).ToldBy);
    }

    [Fact]
    public void ACallThatWasAnsweredOutdoesTheBusyOneBefore()
    {
        var texts = Batch(Channel.Sms, ["a"], [Failed(0)]);
        var busy = Call(texts, 1, ReceiptKind.Failed);

        Assert.Equal([("a", Channel.Sms, ""), ("a", Channel.Voice, "")], Untold.Of([texts, busy]).Select(Line));
        Assert.Equal([("a", Channel.Sms, "Voice")], Untold.Of([texts, busy, Call(texts, 2, ReceiptKind.Delivered)]).Select(Line));
    }

    [Fact]
    public void ACallThatIsStillToComeKeepsTheContactOpen()
    {
        var texts = Batch(Channel.Sms, ["a"], [Failed(0)]);
        var untold = Untold.Of([texts, Call(texts, 2), Call(texts, 1, ReceiptKind.Failed)]);

        Assert.Equal(UntoldState.Open, untold.Single(one => one.Channel == Channel.Voice).State);
    }

    [Fact]
    public void ToldByNothingComesFirstThenTierBodyContactAndChannel()
    {
        var untold = Untold.Of([
            Batch(Channel.Sms, ["told", "b-2", "b", "a"], [Failed(0), Failed(1), Failed(2), Failed(3)]),
            Batch(Channel.Email, ["told", "b"], [new(0, OutcomeKind.Sent, Some.Now), Failed(1)]),
            Batch(Channel.Sms, ["0"], [Failed(0)], tier: 2),
            Batch(Channel.Email, ["b"], [Failed(0)], number: 1, contact: "clerk"),
        ]);

        Assert.Equal(
            ["a/mayor/Sms", "b/clerk/Email", "b/mayor/Sms", "b/mayor/Email", "b-2/mayor/Sms", "0/mayor/Sms", "told/mayor/Sms"],
            untold.Select(one => $"{one.BodyId}/{one.ContactId}/{one.Channel}"));
        Assert.All(untold, one => Assert.True(Untold.IsPlace(one.Place), one.Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0,1,a,b")]
    [InlineData("0,4,a,b,0")]
    [InlineData("0,1,a,b,0\n")]
    [InlineData("nonsense")]
    public void WhatNoListSaidIsNoPlace(string text) => Assert.False(Untold.IsPlace(text));

    private static (string, Channel, string) Line(Untold untold) => (untold.BodyId, untold.Channel, string.Join(' ', untold.ToldBy));

    private static Outcome Failed(int index) => new(index, OutcomeKind.Rejected, Some.Now, Code: "21211");

    private static BatchState Call(BatchState texts, int round, ReceiptKind? report = null)
    {
        var plan = texts.Plan with { Id = texts.Plan.Id.Calls(round) };
        return report is { } kind ? Fold(plan, [new(0, OutcomeKind.Sent, Some.Now, $"CA{round}")], [(0, kind, "busy")]) : Fold(plan);
    }

    private static BatchState Batch(
        Channel channel, string[] bodies, Outcome[]? outcomes = null, (int Index, ReceiptKind Kind, string? Code)[]? receipts = null,
        bool answered = false, int tier = 1, int number = 0, string contact = "mayor") =>
        Fold(
            new(BatchId.Of(Alert, channel, tier, number), [.. bodies.Select(body => Some.Recipient(channel) with { BodyId = body, ContactId = contact })], Some.Now),
            outcomes,
            receipts,
            answered);

    private static BatchState Fold(
        DeliveryBatch plan, Outcome[]? outcomes = null, (int Index, ReceiptKind Kind, string? Code)[]? receipts = null, bool answered = false) =>
        BatchState.Of(new(
            plan,
            outcomes is null ? [] : [new(plan.Id, 1, Some.Now, Some.Now.AddMinutes(2))],
            outcomes is null ? [] : [new(plan.Id, 1, 0, outcomes)],
            [.. (receipts ?? []).Select(receipt => new Receipt(plan.Id, receipt.Index, receipt.Kind, Some.Now.AddMinutes(1), $"SM{receipt.Index}", receipt.Code))],
            answered ? [new(plan.Id, 0, Some.Now, "SM9")] : []));
}
