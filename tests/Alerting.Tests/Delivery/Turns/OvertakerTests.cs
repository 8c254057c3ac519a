using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery.Turns;

public sealed class OvertakerTests
{
    private static readonly Declaration Old = Alert(1);
    private readonly FakeTimeProvider clock = new(Some.Now);

    [Fact]
    public void NewerAlertsOvertakeTheNewestFirstAndTheirFirstTiersBeforeTheNext() =>
        Assert.Equal([(3, 1), (2, 1), (3, 2), (2, 2)], Of(tier: 2, Alert(2), Alert(3)));

    [Fact]
    public void ALaterTierOfANewAlertWaitsForAnEarlierOneOfAnOldAlert() => Assert.Equal([(2, 1)], Of(tier: 1, Alert(2)));

    [Fact]
    public void AnExerciseOvertakesNothingReal() => Assert.Empty(Of(tier: 3, Alert(2) with { Status = DeclarationStatus.Exercise }));

    [Fact]
    public void NothingOvertakesTheNewestAlert() => Assert.Empty(Overtaker.Of(BatchOf(Alert(2), 1), [Old, Alert(2)], Pace()));

    [Fact]
    public void NothingIsKnownToOvertakeWhatIsNotKnown() => Assert.Empty(Overtaker.Of(BatchOf(Alert(9), 1), [Old, Alert(2)], Pace()));

    [Fact]
    public void AnAlertWhoseTimeIsOverOvertakesNothing()
    {
        clock.Advance(new DeliveryOptions().UsefulLife);

        Assert.Empty(Of(tier: 3, Alert(2)));
    }

    [Fact]
    public void AnAlertThatLostItsReasonOvertakesNothing()
    {
        var replaced = Alert(2);

        Assert.Equal([(3, 1)], Of(tier: 1, replaced, Alert(3) with { Scope = replaced.Scope }));
    }

    [Fact]
    public void AWithdrawalOvertakesOtherAlertsButNotWhatItTakesBack()
    {
        var withdrawal = Alert(2) with { Kind = DeclarationKind.Withdraw, Original = OriginalStatement.Of(Old) };

        Assert.Empty(Of(tier: 3, withdrawal with { Scope = Old.Scope }));
        Assert.Equal([(2, 1)], Of(tier: 1, withdrawal));
    }

    private IEnumerable<(long Sequence, int Tier)> Of(int tier, params Declaration[] others) =>
        Overtaker.Of(BatchOf(Old, tier), [Old, .. others], Pace()).Select(overtaker => (overtaker.Alert.Sequence!.Value, overtaker.Tier));

    private BatchPace Pace() => new(new(), clock);

    private static BatchId BatchOf(Declaration alert, int tier) => BatchId.Of(alert.Id, Channel.Sms, tier, 7);

    private static Declaration Alert(long sequence) => OvertakingScene.Of(sequence);
}
