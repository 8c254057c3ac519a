using Alerting.Alerts;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Tests.Alerts;

public sealed class LostBatchesTests
{
    private static readonly DeliveryOptions Options = new();
    private static readonly DateTimeOffset Now = Some.Now.AddHours(1);
    private static readonly DeliveryBatch First = Some.Batch();
    private static readonly TimeSpan Long = Options.AuditGrace + TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Short = Options.AuditGrace - TimeSpan.FromSeconds(1);

    [Fact]
    public void BatchesThatNobodyHasClaimedWaitForTheirTurnWhileTheLineMoves() =>
        Assert.Empty(Lost([Unclaimed(7), Unclaimed(8)], [Ended(5, Long), Ended(6, Short)]));

    [Fact]
    public void ABatchThatLaterOnesHavePassedLongAgoHasLostItsMessage() =>
        Assert.Equal([Id(4)], Lost([Unclaimed(4), Unclaimed(8)], [Ended(5, Long), Ended(6, Short)]));

    [Fact]
    public void ABatchThatALaterOneHasJustPassedIsGivenTime() =>
        Assert.Empty(Lost([Unclaimed(5)], [Ended(4, Long), Ended(6, Short)]));

    [Fact]
    public void WhenTheLineStandsStillAllThatNobodyHasClaimedHaveLostTheirMessage() =>
        Assert.Equal([Id(7), Id(8)], Lost([Unclaimed(7), Unclaimed(8)], [Ended(5, Long), Ended(6, Long)]));

    [Fact]
    public void ABatchThatIsBeingDeliveredMovesTheLineToo() =>
        Assert.Empty(Lost([Claimed(6, Short), Unclaimed(7)], []));

    [Fact]
    public void NewTriesOfABatchThatWasTakenUpLongAgoDoNotMoveTheLine() =>
        Assert.Equal([Id(7)], Lost([Retried(6), Unclaimed(7)], []));

    [Fact]
    public void EmailsOnTheirWaySayNothingOfTextMessages() =>
        Assert.Equal([Id(7)], Lost([Unclaimed(7)], [Ended(6, Short, Channel.Email)]));

    [Fact]
    public void AClaimThatRanOutLongAgoIsLostEvenWhileTheLineMoves() =>
        Assert.Equal([Id(6)], Lost([Claimed(6, Options.UsefulLife), Unclaimed(7)], [Ended(5, Short)]));

    [Fact]
    public void ARoundOfCallsWaitsWhileOthersAreTakenUpWhateverItsName() =>
        Assert.Empty(Lost([Round(4, Long), Round(6, Short, claimed: true)], []));

    [Fact]
    public void ARoundOfCallsThatOthersKeepPassingIsLostAfterTenGraces() =>
        Assert.Equal([Id(4).Calls(1)], Lost([Round(4, 10 * Long), Round(6, Short, claimed: true)], []));

    [Fact]
    public void ARoundOfCallsThatWasJustPlannedIsGivenTimeAlsoWhenNoOtherIsTakenUp() =>
        Assert.DoesNotContain(Id(4).Calls(1), Lost([Round(4, Short), Round(6, Long, claimed: true)], []));

    private static List<BatchId> Lost(IReadOnlyList<BatchState> open, IReadOnlyList<BatchProgress> ended)
    {
        var pace = new BatchPace(Options, new FakeTimeProvider(Now));
        return LostBatches.Of([.. open.Select(state => OpenBatch.Of(state, pace, Now.AddMinutes(30)))], ended, pace);
    }

    private static BatchId Id(int number, Channel channel = Channel.Sms) => BatchId.Of(First.Id.Alert, channel, First.Id.Tier, number);

    private static DeliveryBatch Plan(int number) => First with { Id = Id(number) };

    private static BatchState Unclaimed(int number) => BatchState.Of(new(Plan(number), [], [], [], []));

    private static BatchState Round(int number, TimeSpan ago, bool claimed = false)
    {
        var plan = Plan(number) with { Id = Id(number).Calls(1), PlannedAt = Now - ago };
        return BatchState.Of(new(plan, claimed ? [new(plan.Id, 1, Now - ago, Now - ago + Options.ClaimLease)] : [], [], [], []));
    }

    private static BatchState Claimed(int number, TimeSpan ago)
    {
        var plan = Plan(number);
        return BatchState.Of(new(plan, [new(plan.Id, 1, Now - ago, Now - ago + Options.ClaimLease)], [], [], []));
    }

    private static BatchState Retried(int number)
    {
        var plan = Plan(number);
        Claim first = new(plan.Id, 1, Now - Long, Now - Short), second = new(plan.Id, 2, Now - Short, Now + Short);
        return BatchState.Of(new(plan, [first, second], [], [], []));
    }

    private static BatchProgress Ended(int number, TimeSpan ago, Channel channel = Channel.Sms) =>
        new(Id(number, channel), 3, 3, Sent: 3, 0, 0, 0, 0, Open: 0, Now - ago, Now - ago);
}
