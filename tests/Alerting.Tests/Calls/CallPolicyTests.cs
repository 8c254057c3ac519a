using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Calls;

public sealed class CallPolicyTests
{
    private static readonly CallPolicy Policy = new(new());

    [Theory]
    [InlineData(DeclarationStatus.Actual, true)]
    [InlineData(DeclarationStatus.Exercise, true)]
    [InlineData(DeclarationStatus.Test, false)]
    public void ATestNeverCalls(DeclarationStatus status, bool calls) =>
        Assert.Equal(calls, Policy.Calls(Some.Approved() with { Status = status }, []));

    [Fact]
    public void ExercisesCallOnlyWhereThatIsConfigured() =>
        Assert.False(new CallPolicy(new() { Exercises = false }).Calls(Some.Approved() with { Status = DeclarationStatus.Exercise }, []));

    [Fact]
    public void NobodyIsCalledWhenNoAttemptIsAllowed() => Assert.False(new CallPolicy(new() { Attempts = 0 }).Calls(Some.Approved(), []));

    [Fact]
    public void ALoweredLevelCallsNobody()
    {
        var (five, four) = (Some.Approved(), Some.Approved(2) with { Level = Level.Substantial, EffectiveFrom = Some.Now.AddHours(1) });

        Assert.True(Policy.Calls(five, [five, four]));
        Assert.False(Policy.Calls(four, [five, four]));
    }

    [Fact]
    public void ALevelBelowWhatHoldsForTheCountryIsLowered()
    {
        var three = Some.Approved() with { Scope = new(ScopeType.Country, "NL"), Level = Level.Limited };

        Assert.False(Policy.Calls(three, [three]));
    }

    [Fact]
    public void AnExerciseIsLoweredByWhatTheExerciseSetBefore()
    {
        var five = Some.Approved() with { Status = DeclarationStatus.Exercise };
        var four = five with { Id = DeclarationId.New(Some.Now), Sequence = 2, Level = Level.Substantial };

        Assert.False(Policy.Calls(four, [five, four]));
    }

    [Fact]
    public void ALevelThatIsExtendedCallsAgain()
    {
        var five = Some.Approved();
        var longer = Some.Approved(2) with { Until = Some.Now.AddHours(12), EffectiveFrom = Some.Now.AddHours(1) };

        Assert.True(Policy.Calls(longer, [five, longer]));
    }

    [Theory]
    [InlineData(Level.Critical, true)]
    [InlineData(Level.Substantial, false)]
    public void NobodyWaitsForAConfirmationAtLevelFive(Level level, bool atOnce) =>
        Assert.Equal(atOnce, CallPolicy.AtOnce(Some.Approved() with { Level = level }));
}
