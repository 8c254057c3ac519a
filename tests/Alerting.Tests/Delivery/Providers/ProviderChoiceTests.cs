using Alerting.Delivery.Providers;
using CsCheck;

namespace Alerting.Tests.Delivery.Providers;

public sealed class ProviderChoiceTests
{
    private static readonly Gen<Candidate> AnyCandidate =
        Gen.Select(Gen.Int[0, 100], Gen.Bool, Gen.Bool, Gen.Bool, (weight, room, rests, refused) => new Candidate(weight, room, rests, refused));

    [Theory]
    [InlineData(70, 30)]
    [InlineData(100, 0)]
    [InlineData(0, 100)]
    [InlineData(0, 0)]
    public void EachIsChosenAsOftenAsItsWeightSays(int first, int second)
    {
        var chosen = Enumerable.Range(0, 1000).Count(step => ProviderChoice.Of([new(first), new(second)], step / 1000.0) == 0);

        Assert.Equal(first + second == 0 ? 500 : first * 10, chosen);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void WhoHasNoRoomRestsOrHasJustRefusedIsPassedOverForOneWithoutWeight(bool isFull, bool isResting, bool hasRefused)
    {
        Candidate[] candidates = [new(100, !isFull, isResting, hasRefused), new(0)];

        Assert.All(Enumerable.Range(0, 10), step => Assert.Equal(1, ProviderChoice.Of(candidates, step / 10.0)));
    }

    [Fact]
    public void OneThatHasJustRefusedIsTriedAgainRatherThanOneThatRests() =>
        Assert.Equal(0, ProviderChoice.Of([new(50, HasRefused: true), new(50, IsResting: true)], 0.99));

    [Fact]
    public void WhenAllRestTheWeightsDecide() =>
        Assert.Equal([0, 1], new[] { 0.2, 0.8 }.Select(dice => ProviderChoice.Of([new(50, IsResting: true), new(50, IsResting: true)], dice)));

    [Fact]
    public void NobodyIsChosenWhileSomebodyElseIsMoreWilling() =>
        Gen.Select(AnyCandidate.Array[1, 4], Gen.Double[0, 0.999999]).Sample((candidates, dice) =>
        {
            var chosen = candidates[ProviderChoice.Of(candidates, dice)];
            return !candidates.Any(other => Rank(other) < Rank(chosen));
        });

    private static int Rank(Candidate candidate) =>
        candidate.IsResting ? 3 : candidate.HasRefused ? 2 : candidate.HasRoom ? 0 : 1;
}
