using Alerting.Delivery.Providers;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery.Providers;

public sealed class ShiftRulesTests
{
    private static readonly ProviderOptions Options = new();
    private static readonly ProviderHealth Well = new(100, 1, 0, 90, 0, false);
    private static readonly ProviderHealth Failing = Well with { Failures = 20 };
    private static readonly ProviderHealth Slow = Well with { SlowDeliveries = 20 };

    public static TheoryData<ProviderHealth, ShiftReason> Troubles => new()
    {
        { Failing, ShiftReason.Failing },
        { Well with { IsResting = true }, ShiftReason.Failing },
        { Slow, ShiftReason.Slow },
        { Well with { SlowAnswers = 15 }, ShiftReason.Slow },
        { Failing with { SlowAnswers = 100 }, ShiftReason.Failing },
    };

    public static TheoryData<ProviderHealth> NoTroubles =>
        [Well, Well with { Failures = 19 }, Well with { Answers = 5, Failures = 4 }, Well with { SlowAnswers = 14 }, Well with { SlowDeliveries = 13 }];

    [Theory]
    [MemberData(nameof(Troubles))]
    public void WeightGoesAStepAwayFromTheOneInTrouble(ProviderHealth health, ShiftReason reason)
    {
        var shift = Next(Stands(health, Well))!;

        Assert.Equal((1, "one", "two", 10, reason, health), (shift.Number, shift.From, shift.To, shift.Points, shift.Reason, shift.Health));
        Assert.Equal((40, 60), (shift.Weights["one"], shift.Weights["two"]));
    }

    [Theory]
    [MemberData(nameof(NoTroubles))]
    public void AFewFailuresAreNoTrouble(ProviderHealth health) => Assert.Null(Next(Stands(health, Well)));

    [Fact]
    public void WhenBothAreInTroubleNothingIsShifted()
    {
        foreach (var (one, two) in new[] { (Slow, Slow), (Failing, Failing), (Failing, Slow) })
            Assert.Null(Next(Stands(one, two)));
    }

    [Fact]
    public void OneThatIsNotSoundIsGivenNothingThoughItsTroubleIsStillSmall()
    {
        foreach (var two in new[] { new ProviderHealth(4, 1, 0, 0, 0, false), new(7, 0, 7, 0, 0, false), new(0, 0, 0, 5, 1, false) })
        {
            Assert.Null(two.Trouble(Options));
            Assert.Null(Next(Stands(Slow, two)));
        }
    }

    [Fact]
    public void TheNextStepWaitsForItsPause()
    {
        var first = Next(Stands(Failing, Well))!;
        var stands = Stands(Failing, Well, first);

        Assert.Null(ShiftRules.Next(stands, first, Options, Some.Now + Options.StepPause - TimeSpan.FromTicks(1)));
        Assert.Equal(30, ShiftRules.Next(stands, first, Options, Some.Now + Options.StepPause)!.Weights["one"]);
    }

    [Fact]
    public void WeightComesBackStepByStepAfterQuietAndStopsAtRest()
    {
        var latest = Shifted(one: 35, two: 65);
        foreach (var expected in new[] { 45, 50 })
        {
            var at = latest.At + Options.Quiet;
            Assert.Null(ShiftRules.Next(Stands(Well, Well, latest), latest, Options, at - TimeSpan.FromTicks(1)));
            latest = ShiftRules.Next(Stands(Well, Well, latest), latest, Options, at)!;
            Assert.Equal((expected, ShiftReason.Quiet), (latest.Weights["one"], latest.Reason));
        }

        Assert.Null(ShiftRules.Next(Stands(Well, Well, latest), latest, Options, latest.At + (2 * Options.Quiet)));
    }

    [Fact]
    public void WhoHasNothingLeftLosesNothing() =>
        Assert.Null(ShiftRules.Next(Stands(Failing, Well, Shifted(0, 100)), Shifted(0, 100), Options, Some.Now.AddHours(1)));

    [Fact]
    public void ShiftsOfOtherProvidersThanThoseInTheSettingsCountForNothing()
    {
        var atRest = new Dictionary<string, int> { ["one"] = 70, ["three"] = 30 };

        Assert.Same(atRest, ShiftRules.Weights(Shifted(10, 90), atRest));
        Assert.Same(atRest, ShiftRules.Weights(null, atRest));
    }

    [Fact]
    public void WhateverHappensNoWeightIsLostMadeOrNegativeAndNumbersHaveNoGap() =>
        Gen.Select(Gen.OneOf(Gen.Const(Well), Gen.Const(Failing), Gen.Const(Slow)), Gen.OneOf(Gen.Const(Well), Gen.Const(Failing), Gen.Const(Slow)), Gen.Int[0, 600]).Array[1, 60].Sample(life =>
        {
            ProviderShift? latest = null;
            var now = Some.Now;
            foreach (var (one, two, seconds) in life)
            {
                now += TimeSpan.FromSeconds(seconds);
                if (ShiftRules.Next(Stands(one, two, latest), latest, Options, now) is not { } next)
                    continue;
                Assert.Equal((latest?.Number ?? 0) + 1, next.Number);
                Assert.Equal(100, next.Weights.Values.Sum());
                Assert.All(next.Weights.Values, weight => Assert.InRange(weight, 0, 100));
                latest = next;
            }
        });

    private static ProviderShift? Next(IReadOnlyList<ProviderStand> stands) => ShiftRules.Next(stands, null, Options, Some.Now);

    private static ProviderStand[] Stands(ProviderHealth one, ProviderHealth two, ProviderShift? latest = null)
    {
        var weights = ShiftRules.Weights(latest, new Dictionary<string, int> { ["one"] = 50, ["two"] = 50 });
        return [new("one", 50, weights["one"], one), new("two", 50, weights["two"], two)];
    }

    private static ProviderShift Shifted(int one, int two) =>
        new(7, Some.Now, "one", "two", 10, ShiftReason.Failing, null, new Dictionary<string, int> { ["one"] = one, ["two"] = two });
}
