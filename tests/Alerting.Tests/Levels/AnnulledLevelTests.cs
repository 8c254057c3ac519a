using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Testing;

namespace Alerting.Tests.Levels;

/// <summary>What holds, and what history says, once a declaration was corrected or withdrawn.</summary>
public sealed class AnnulledLevelTests
{
    private static readonly Declaration Five = Declared.In("PV26", Level.Critical, 0, 8);

    [Fact]
    public void WhatCoversTheScopeFromAboveHoldsAgainFromTheWithdrawal()
    {
        var withdrawal = Withdrawn(Five, 2);

        Assert.Equal(Five, At(1.9, "GM0344", Five, withdrawal).Declaration);
        Assert.Equal(Some.Now.AddHours(2), At(1, "GM0344", Five, withdrawal).Until);
        Assert.Null(At(2, "GM0344", Five, withdrawal).Declaration);
    }

    [Fact]
    public void WhatTheWithdrawnOneHadReplacedDoesNotComeBack()
    {
        var (before, after) = (Declared.In("PV26", Level.Limited, -1), Declared.In("PV26", Level.Critical));

        Assert.Null(At(3, "PV26", before, after, Withdrawn(after, 2)).Declaration);
    }

    [Fact]
    public void TheCountryFallsBackToItsLatestOneWithoutAnEnd()
    {
        var (before, after) = (Declared.In("NL", Level.Limited, -1), Declared.In("NL", Level.Critical));

        Assert.Equal(before, At(3, "NL", before, after, Withdrawn(after, 2)).Declaration);
    }

    [Fact]
    public void WhatIsWithdrawnBeforeItsStartNeverReplacesAnything()
    {
        var (now, later) = (Declared.In("PV26", Level.Substantial), Declared.In("PV26", Level.Critical, 5));

        Assert.Equal(now, At(6, "PV26", now, later, Withdrawn(later, 2)).Declaration);
    }

    [Fact]
    public void ACorrectionHoldsFromTheStartOfTheOriginal()
    {
        var correction = Corrected(Five, 2, Level.Substantial, until: 3);

        Assert.Equal(correction, At(1, "PV26", Five, correction).Declaration);
        Assert.Null(At(3, "PV26", Five, correction).Declaration);
    }

    [Fact]
    public void ACorrectionOfACorrectionCountsAlone()
    {
        var first = Corrected(Five, 2, Level.Substantial);
        var second = Corrected(first, 3, Level.Significant);

        Assert.Equal(second, At(1, "PV26", Five, first, second).Declaration);
        Assert.Null(At(5, "PV26", Five, first, second, Withdrawn(second, 4)).Declaration);
    }

    [Fact]
    public void AnExerciseThatIsWithdrawnTouchesNothingReal()
    {
        var exercise = Five with { Id = DeclarationId.New(Some.Now), Status = DeclarationStatus.Exercise };

        Assert.Equal(Five, At(3, "PV26", Five, exercise, Withdrawn(exercise, 2)).Declaration);
    }

    [Fact]
    public void HistoryShowsWhatWasWithdrawnAndUntilWhen()
    {
        var withdrawal = Withdrawn(Five, 2);

        var row = Assert.Single(Rows(5, Five, withdrawal));

        Assert.Equal((Some.Now.AddHours(2), Ending.Withdrawn, withdrawal.Id), (row.Until!.At, row.Ending!.Value, row.AnnulledBy!.Value));
    }

    [Fact]
    public void HistoryShowsBothWhatWasSaidAndWhatWasRight()
    {
        var correction = Corrected(Five, 2, Level.Substantial, until: 12);

        var rows = Rows(5, Five, correction);

        Assert.Equal((Five.Id, Level.Critical, Some.Now.AddHours(2), Ending.Corrected, correction.Id), (rows[1].Declaration!.Value, rows[1].Level, rows[1].Until!.At, rows[1].Ending!.Value, rows[1].AnnulledBy!.Value));
        Assert.Equal((DeclarationKind.Correct, Five.Id, Some.Now, Some.Now.AddHours(12)), (rows[0].Kind!.Value, rows[0].Follows!.Value, rows[0].From.At, rows[0].Until!.At));
    }

    [Fact]
    public void HistoryShowsWhatWasWithdrawnBeforeItsStartWithoutAnyTime()
    {
        var later = Declared.In("PV26", Level.Critical, 5);

        var row = Assert.Single(Rows(6, later, Withdrawn(later, 2)));

        Assert.Equal((row.From.At, Ending.Withdrawn), (row.Until!.At, row.Ending!.Value));
    }

    private static readonly HistoryEntry Past = LevelHistory.Entries[0] with { From = HistoricDate.Exactly(Some.Now.AddYears(-1)), Level = Level.Minimal };

    private static EffectiveLevel At(double hours, string place, params Declaration[] declarations) =>
        EffectiveLevel.At(Some.Now.AddHours(hours), Declared.Standpoint(place), declarations, [Past])!;

    private static Declaration Withdrawn(Declaration original, double at) =>
        Declared.Following(original, DeclarationKind.Withdraw, at) with { Level = original.Level };

    private static Declaration Corrected(Declaration original, double at, Level level, double? until = null) =>
        Declared.Following(original, DeclarationKind.Correct, at) with
        {
            Level = level, EffectiveFrom = original.EffectiveFrom, Until = until is { } hours ? Some.Now.AddHours(hours) : null,
        };

    private static IReadOnlyList<TimelineRow> Rows(double hours, params Declaration[] declarations) =>
        LevelTimeline.Rows(declarations, [], Some.Now.AddHours(hours));
}
