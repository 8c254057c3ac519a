using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Batches;

public sealed class BatchStateTests
{
    private static readonly DeliveryBatch Plan = Some.Batch(2);
    private static readonly BatchRecord Fresh = new(Plan, [], [], [], []);
    private static readonly Claim First = new(Plan.Id, 1, Some.Now, Some.Now.AddMinutes(2));

    [Fact]
    public void AClaimedDeliveryWithoutAnOutcomeIsInDoubt() =>
        Assert.Equal(DeliveryState.Doubtful, StateOf(Fresh with { Claims = [First] }));

    [Fact]
    public void ADeliveryToTryLaterIsPlannedAgain() =>
        Assert.Equal(DeliveryState.Planned, StateOf(After(OutcomeKind.TryLater)));

    [Fact]
    public void ADeliveryToTryLaterIsInDoubtOnceSomebodyClaimedItAgain() =>
        Assert.Equal(DeliveryState.Doubtful, StateOf(After(OutcomeKind.TryLater) with { Claims = [First, First with { Number = 2 }] }));

    [Fact]
    public void AReceiptSettlesWhatTheLostWorkerCouldNotWrite() =>
        Assert.Equal(DeliveryState.Sent, StateOf(Fresh with { Claims = [First], Receipts = [Receipt(ReceiptKind.Underway)] }));

    [Theory]
    [InlineData(ReceiptKind.Underway)]
    [InlineData(ReceiptKind.Failed)]
    [InlineData(ReceiptKind.Delivered)]
    public void WhatWasDeliveredStaysDeliveredWhateverIsReportedLater(ReceiptKind later) =>
        Assert.Equal(DeliveryState.Delivered, StateOf(After(OutcomeKind.Sent) with { Receipts = [Receipt(ReceiptKind.Delivered), Receipt(later)] }));

    [Fact]
    public void WhatFailedStaysFailedWhateverIsReportedLater() =>
        Assert.Equal(DeliveryState.Failed, StateOf(After(OutcomeKind.Sent) with { Receipts = [Receipt(ReceiptKind.Failed), Receipt(ReceiptKind.Delivered)] }));

    [Theory]
    [InlineData(OutcomeKind.Failed)]
    [InlineData(OutcomeKind.Superseded)]
    [InlineData(OutcomeKind.Rejected)]
    public void WhatWasReportedStaysSoWhenAWorkerThatHasNotHeardItGivesUp(OutcomeKind given)
    {
        Assert.Equal(DeliveryState.Sent, StateOf(After(given) with { Receipts = [Receipt(ReceiptKind.Underway)] }));
        Assert.Equal(DeliveryState.Delivered, StateOf(After(given) with { Receipts = [Receipt(ReceiptKind.Delivered)] }));
        Assert.Equal(DeliveryState.Failed, StateOf(After(given) with { Receipts = [Receipt(ReceiptKind.Failed)] }));
    }

    [Theory]
    [InlineData(ReceiptKind.Underway)]
    [InlineData(ReceiptKind.Failed)]
    [InlineData(ReceiptKind.Delivered)]
    public void WhatIsReportedWasTakenWhateverItsWorkerCouldWrite(ReceiptKind kind) =>
        Assert.Equal(1, BatchState.Of(Fresh with { Claims = [First], Receipts = [Receipt(kind)] }).Progress().Sent);

    [Fact]
    public void TheFirstEndOfSendingStands()
    {
        var record = After(OutcomeKind.Sent);
        Assert.Equal(DeliveryState.Sent, StateOf(record with { Outcomes = [.. record.Outcomes, new(Plan.Id, 2, 0, [new(0, OutcomeKind.Failed, Some.Now)])] }));
    }

    [Fact]
    public void OutcomesAndReceiptsOfUnknownDeliveriesAreIgnored()
    {
        var record = Fresh with
        {
            Outcomes = [new(Plan.Id, 1, 0, [new(7, OutcomeKind.Sent, Some.Now)])],
            Receipts = [Receipt(ReceiptKind.Delivered) with { Index = -1 }],
        };
        Assert.All(BatchState.Of(record).Deliveries, state => Assert.Equal(DeliveryState.Planned, state));
    }

    [Fact]
    public void ADeliveryWasTriedOnceItIsInDoubtOrWasRefused()
    {
        Assert.False(BatchState.Of(Fresh).WasTried(0));
        Assert.True(BatchState.Of(Fresh with { Claims = [First] }).WasTried(0));
        Assert.True(BatchState.Of(After(OutcomeKind.TryLater)).WasTried(0));
    }

    [Fact]
    public void ADeliveryThatWaitedForWhatItFollowsWasNotTried()
    {
        var waited = new Outcome(0, OutcomeKind.TryLater, Some.Now, Code: "original-open");
        Assert.False(BatchState.Of(Fresh with { Claims = [First], Outcomes = [new(Plan.Id, 1, 0, [waited])] }).WasTried(0));
    }

    [Fact]
    public void AHumanWhoAnswersTwiceCountsOnce()
    {
        var answers = new[] { "SM1", "SM2" }.Select(id => new Acknowledgement(Plan.Id, 0, Some.Now, id));
        Assert.Equal(1, BatchState.Of(After(OutcomeKind.Sent) with { Acknowledgements = [.. answers] }).Progress().Acknowledged);
    }

    private static BatchRecord After(OutcomeKind kind) =>
        Fresh with { Claims = [First], Outcomes = [new(Plan.Id, 1, 0, [new(0, kind, Some.Now), new(1, kind, Some.Now)])] };

    private static Receipt Receipt(ReceiptKind kind) => new(Plan.Id, 0, kind, Some.Now, "SM1");

    private static DeliveryState StateOf(BatchRecord record) => BatchState.Of(record).Deliveries[0];
}
