using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Levels;

// The history says 4 for the country at Some.Now, and 5 for the province of Utrecht an hour later: most of these stay away from Utrecht.
public sealed class EffectiveLevelTests
{
    [Fact]
    public void BeforeAnyDeclarationTheHistoryHolds()
    {
        var answer = Declared.At(0, "GM0363");

        Assert.Equal((Level.Substantial, ScaleVersion.FiveStep, Scope.Country), (answer.Level, answer.Scale, answer.Scope));
        Assert.Equal("49", answer.Entry?.Dtn?.Label);
        Assert.Null(answer.Declaration);
    }

    [Fact]
    public void ADeclarationHoldsFromItsStartUntilItsEnd()
    {
        var declared = Declared.In("PV27", Level.Critical, 1, 8);

        Assert.Equal(Level.Substantial, Declared.At(0.99, "GM0363", declared).Level);
        Assert.Equal(Level.Critical, Declared.At(1, "GM0363", declared).Level);
        Assert.Equal(Level.Critical, Declared.At(7.99, "GM0363", declared).Level);
        Assert.Equal(Level.Substantial, Declared.At(8, "GM0363", declared).Level);
    }

    [Fact]
    public void TheAnswerSaysWhereItComesFromAndSinceAndUntilWhen()
    {
        var declared = Declared.In("PV27", Level.Critical, 1, 8);

        var before = Declared.At(0, "GM0363", declared);
        var during = Declared.At(2, "GM0363", declared);
        var after = Declared.At(9, "GM0363", declared);

        Assert.Equal(Some.Now.AddHours(1), before.Until);
        Assert.Equal((declared, declared.Scope), (during.Declaration, during.Scope));
        Assert.Equal((Some.Now.AddHours(1), Some.Now.AddHours(8)), (during.Since, during.Until!.Value));
        Assert.Equal(Some.Now.AddHours(8), after.Since);
    }

    [Fact]
    public void WhatLiesOutsideTheScopeKeepsItsLevel()
    {
        var declared = Declared.In("PV27", Level.Critical, 0, 8);

        Assert.Equal(Level.Substantial, Declared.At(1, "GM0014", declared).Level);
        Assert.Equal(Level.Substantial, Declared.At(1, "NL", declared).Level);
    }

    [Fact]
    public void AMunicipalityDoesNotRaiseItsRegion() =>
        Assert.Equal(Level.Substantial, Declared.At(1, "VR13", Declared.In("GM0363", Level.Critical)).Level);

    [Fact]
    public void ALaterDeclarationForTheSameScopeReplacesTheEarlierOneFromItsStart()
    {
        var first = Declared.In("PV27", Level.Critical, 0, 8);
        var second = Declared.In("PV27", Level.Significant, 4, 6);

        Assert.Equal(first, Declared.At(3.9, "GM0363", first, second).Declaration);
        Assert.Equal(Level.Substantial, Declared.At(4, "GM0363", first, second).Level);
        Assert.Equal(Level.Substantial, Declared.At(7, "GM0363", first, second).Level);
    }

    [Fact]
    public void OfTwoWithOneStartTheOneApprovedLaterHolds()
    {
        var first = Declared.In("PV27", Level.Critical);
        var second = Declared.In("PV27", Level.Critical);

        Assert.Equal(second, Declared.At(1, "GM0363", second, first).Declaration);
    }

    [Fact]
    public void WhenAScopesOwnLapsesWhatCoversItFromAboveHoldsAgain()
    {
        var region = Declared.In("VR13", Level.Critical, 0, 4);
        var province = Declared.In("PV27", Level.Critical, 1, 6);

        Assert.Equal(province.Scope, Declared.At(5, "GM0363", region, province).Scope);
        Assert.Equal(Level.Substantial, Declared.At(6, "GM0363", region, province).Level);
    }

    [Fact]
    public void ALowerLevelOfAScopeDoesNotHideAHigherOneAroundIt()
    {
        var answer = Declared.At(1, "GM0363", Declared.In("GM0363", Level.Minimal, 0, 4));

        Assert.Equal((Level.Substantial, Scope.Country), (answer.Level, answer.Scope));
        Assert.Equal("2019-06-24", $"{answer.Until:yyyy-MM-dd}");
    }

    [Fact]
    public void OfEqualLevelsTheWidestScopeIsNamed() =>
        Assert.Equal("PV27", Declared.At(1, "GM0363", Declared.In("GM0363", Level.Critical), Declared.In("PV27", Level.Critical)).Scope.Code);

    [Fact]
    public void TheCountryFallsBackToItsLatestWithoutAnEnd()
    {
        var open = Declared.In("NL", Level.Significant, 0);
        var first = Declared.In("NL", Level.Critical, 1, 3);
        var second = Declared.In("NL", Level.Critical, 2, 4);

        Assert.Equal(second, Declared.At(3.5, "GM0363", open, first, second).Declaration);
        Assert.Equal(open, Declared.At(4, "GM0363", open, first, second).Declaration);
    }

    [Fact]
    public void TheCountryFallsBackToTheHistoryWhenItsOnlyDeclarationEnds() =>
        Assert.Equal("49", Declared.At(4, "NL", Declared.In("NL", Level.Critical, 1, 3)).Entry?.Dtn?.Label);

    [Fact]
    public void ASectorHoldsForItsBodiesAndSites()
    {
        var rail = Declared.In("rail", Level.Critical);

        Assert.Equal(rail, Declared.At(1, "ST-ASD", rail).Declaration);
        Assert.Equal(Level.Substantial, Declared.At(1, "GM0363", rail).Level);
        Assert.Equal(rail, EffectiveLevel.At(Some.Now, Declared.Standpoint("GM0363", "rail"), [rail], LevelHistory.Entries)?.Declaration);
        Assert.Equal(rail, EffectiveLevel.At(Some.Now, Standpoint.Of(rail.Scope), [rail], LevelHistory.Entries)?.Declaration);
    }

    [Fact]
    public void ABodyStandsAtItsPlaceWithItsSectors()
    {
        var standpoint = Standpoint.Of(Some.Body() with { Place = "GM0363", Sectors = ["ports"] });

        Assert.Equal(("GM0363", "ports"), (standpoint.Place.Code, Assert.Single(standpoint.Sectors)));
    }

    [Theory]
    [InlineData(DeclarationStatus.Exercise)]
    [InlineData(DeclarationStatus.Test)]
    public void AnExerciseOrTestNeverCounts(DeclarationStatus status) =>
        Assert.Equal(Level.Substantial, Declared.At(1, "GM0363", Declared.In("PV27", Level.Critical) with { Status = status }).Level);

    [Theory]
    [InlineData(DeclarationState.Proposed)]
    [InlineData(DeclarationState.Rejected)]
    [InlineData(DeclarationState.Withdrawn)]
    public void WhatIsNotApprovedNeverCounts(DeclarationState state) =>
        Assert.Equal(Level.Substantial, Declared.At(1, "GM0363", Declared.In("PV27", Level.Critical) with { State = state }).Level);

    [Theory]
    [InlineData("2019-03-18T15:00:00+01:00", "GM0344", Level.Critical, ScaleVersion.FiveStep)]
    [InlineData("2019-03-18T15:00:00+01:00", "ST-UT", Level.Critical, ScaleVersion.FiveStep)]
    [InlineData("2019-03-18T15:00:00+01:00", "GM0014", Level.Substantial, ScaleVersion.FiveStep)]
    [InlineData("2019-03-18T09:00:00+01:00", "GM0344", Level.Substantial, ScaleVersion.FiveStep)]
    [InlineData("2019-03-19T00:00:00+01:00", "GM0344", Level.Substantial, ScaleVersion.FiveStep)]
    [InlineData("2010-01-01T00:00:00+01:00", "NL", Level.Limited, ScaleVersion.FourStep)]
    [InlineData("2016-07-01T00:00:00+02:00", "NL", Level.Substantial, ScaleVersion.FourStep)]
    [InlineData("2022-01-01T00:00:00+01:00", "PV26", Level.Significant, ScaleVersion.FiveStep)]
    [InlineData("2026-11-23T00:00:00+01:00", "PV26", Level.Substantial, ScaleVersion.FiveStep)]
    public void ThePastIsAsItWas(string moment, string place, Level level, ScaleVersion scale)
    {
        var answer = EffectiveLevel.At(Times.Of(moment), Declared.Standpoint(place), [], LevelHistory.Entries);

        Assert.Equal((level, scale), (answer?.Level, answer?.Scale));
    }

    [Fact]
    public void BeforeTheFirstLevelThereIsNone() =>
        Assert.Null(EffectiveLevel.At(Times.Of("2005-04-30T12:00:00+02:00"), Declared.Standpoint("NL"), [], LevelHistory.Entries));

    [Fact]
    public void TheLatestOfTheCountryHoldsWithoutAnEnd() =>
        Assert.Null(EffectiveLevel.At(Times.Of("2026-11-23T00:00:00+01:00"), Declared.Standpoint("NL"), [], LevelHistory.Entries)!.Until);
}
