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
        Assert.Equal(calls ? CallReach.Everybody : CallReach.Nobody, Policy.ReachOf(Some.Approved() with { Status = status }, []));

    [Fact]
    public void ExercisesCallOnlyWhereThatIsConfigured() =>
        Assert.Equal(CallReach.Nobody, new CallPolicy(new() { Exercises = false }).ReachOf(Some.Approved() with { Status = DeclarationStatus.Exercise }, []));

    [Fact]
    public void NobodyIsCalledWhenNoAttemptIsAllowed() =>
        Assert.Equal(CallReach.Nobody, new CallPolicy(new() { Attempts = 0 }).ReachOf(Some.Approved(), []));

    [Fact]
    public void ALoweredLevelCallsNobody()
    {
        var (five, four) = (Some.Approved(), Some.Approved(2) with { Level = Level.Substantial, EffectiveFrom = Some.Now.AddHours(1) });

        Assert.NotEqual(CallReach.Nobody, Policy.ReachOf(five, [five, four]));
        Assert.Equal(CallReach.Nobody, Policy.ReachOf(four, [five, four]));
    }

    [Fact]
    public void ALevelBelowWhatHoldsForTheCountryIsLowered()
    {
        var three = Some.Approved() with { Scope = new(ScopeType.Country, "NL"), Level = Level.Limited };

        Assert.Equal(CallReach.Nobody, Policy.ReachOf(three, [three]));
    }

    [Fact]
    public void AnExerciseIsLoweredByWhatTheExerciseSetBefore()
    {
        var five = Some.Approved() with { Status = DeclarationStatus.Exercise };
        var four = five with { Id = DeclarationId.New(Some.Now), Sequence = 2, Level = Level.Substantial };

        Assert.Equal(CallReach.Nobody, Policy.ReachOf(four, [five, four]));
    }

    [Fact]
    public void ALevelThatIsExtendedCallsAgain()
    {
        var five = Some.Approved();
        var longer = Some.Approved(2) with { Until = Some.Now.AddHours(12), EffectiveFrom = Some.Now.AddHours(1) };

        Assert.NotEqual(CallReach.Nobody, Policy.ReachOf(longer, [five, longer]));
    }

    [Theory]
    [InlineData(Level.Critical, CallReach.Everybody)]
    [InlineData(Level.Substantial, CallReach.Unconfirmed)]
    public void NobodyWaitsForAConfirmationAtLevelFive(Level level, CallReach reach) =>
        Assert.Equal(reach, Policy.ReachOf(Some.Approved() with { Level = level }, []));

    [Theory]
    [InlineData(DeclarationKind.Withdraw, Level.Critical, CallReach.Missed)]
    [InlineData(DeclarationKind.Correct, Level.Critical, CallReach.Missed)]
    [InlineData(DeclarationKind.Withdraw, Level.Limited, CallReach.Nobody)]
    [InlineData(DeclarationKind.Correct, Level.Limited, CallReach.Nobody)]
    public void WhatTakesBackACallCallsWhomItsTextMessageMisses(DeclarationKind kind, Level level, CallReach reach)
    {
        var original = Some.Approved() with { Level = level };
        var annulment = Annulment(original, kind);

        Assert.Equal(reach, Policy.ReachOf(annulment, [original, annulment]));
    }

    [Fact]
    public void ACorrectionToAHigherLevelCallsAsIfNothingHadBeenSaid()
    {
        var original = Some.Approved() with { Level = Level.Substantial };
        var raised = Annulment(original, DeclarationKind.Correct) with { Level = Level.Critical };

        Assert.Equal(CallReach.Everybody, Policy.ReachOf(raised, [original, raised]));
    }

    private static Declaration Annulment(Declaration original, DeclarationKind kind) =>
        Some.Approved(2) with { Kind = kind, Level = original.Level, Original = OriginalStatement.Of(original) };
}
