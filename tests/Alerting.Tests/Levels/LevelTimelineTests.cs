using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Testing;

namespace Alerting.Tests.Levels;

public sealed class LevelTimelineTests
{
    private static readonly DateTimeOffset Late = Times.Of("2026-11-23T12:00:00+01:00");

    [Fact]
    public void EveryAnnouncementOfTheHistoryIsARowNewestFirst()
    {
        var rows = LevelTimeline.Rows([], LevelHistory.Entries, Late);

        Assert.Equal(LevelHistory.Entries.Count, rows.Count);
        Assert.Equal(rows.OrderByDescending(row => row.From.At), rows);
        Assert.All(rows, row => Assert.NotEmpty(row.Sources));
    }

    [Fact]
    public void ANationalAnnouncementEndsWithTheNextOne()
    {
        var rows = LevelTimeline.Rows([], LevelHistory.Entries, Late);
        var row = Assert.Single(rows, row => row.Dtn?.Label == "48");

        Assert.Equal(Times.Of("2019-02-26T00:00:00+01:00"), row.Until?.At);
        Assert.Equal(Ending.Replaced, row.Ending);
        Assert.Null(rows[0].Until);
        Assert.Null(rows[0].Ending);
    }

    [Fact]
    public void TheLevelOfUtrechtOn18March2019WasLowered()
    {
        var row = Assert.Single(LevelTimeline.Rows([], LevelHistory.Entries, Late), row => row.Scope.Code == "PV26");

        Assert.Equal((Level.Critical, Ending.Lowered, DatePrecision.Day), (row.Level, row.Ending!.Value, row.Until!.Precision));
    }

    [Fact]
    public void ADeclarationIsARowWithTheTimeOfItsApproval()
    {
        var declared = Declared.In("PV27", Level.Critical, 2, 8) with { Decision = new("approver-1", Some.Now, null), Dtn = new("60", null) };

        var row = Rows(3, declared)[0];

        Assert.Equal((declared.Id, declared.Scope, Level.Critical, declared.Dtn), (row.Declaration!.Value, row.Scope, row.Level, row.Dtn));
        Assert.Equal((HistoricDate.Exactly(Some.Now), HistoricDate.Exactly(Some.Now.AddHours(2))), (row.Announced, row.From));
        Assert.Equal(HistoricDate.Exactly(Some.Now.AddHours(8)), row.Until);
        Assert.Null(row.Ending);
    }

    [Fact]
    public void AnEndThatHasComeIsALapse() =>
        Assert.Equal(Ending.Lapsed, Rows(8, Declared.In("PV27", Level.Critical, 0, 8))[0].Ending);

    [Fact]
    public void WhatIsReplacedEndsWhenTheNextOneStarts()
    {
        var first = Declared.In("PV27", Level.Critical, 0, 8);
        var second = Declared.In("PV27", Level.Critical, 6, 12);

        var row = Rows(7, first, second)[1];

        Assert.Equal((Some.Now.AddHours(6), Ending.Replaced), (row.Until!.At, row.Ending!.Value));
    }

    [Fact]
    public void WhatLapsedBeforeTheNextOneStartedWasNotReplaced()
    {
        var first = Declared.In("PV27", Level.Critical, 0, 8);
        var second = Declared.In("PV27", Level.Critical, 9, 12);

        var row = Rows(10, first, second)[1];

        Assert.Equal((Some.Now.AddHours(8), Ending.Lapsed), (row.Until!.At, row.Ending!.Value));
    }

    [Fact]
    public void WhatFollowsADeclarationSaysWhichAndTakesItsPlace()
    {
        var first = Declared.In("PV27", Level.Critical, 0, 8);
        var second = Declared.In("PV27", Level.Critical, 6, 12) with { Kind = DeclarationKind.Extend, Original = OriginalStatement.Of(first) };

        var rows = Rows(7, first, second);

        Assert.Equal((DeclarationKind.Extend, first.Id), (rows[0].Kind!.Value, rows[0].Follows!.Value));
        Assert.Equal((DeclarationKind.Set, null, Ending.Replaced), (rows[1].Kind!.Value, rows[1].Follows, rows[1].Ending!.Value));
    }

    [Fact]
    public void WhatIsYetToBeReplacedHasNotEnded() =>
        Assert.Null(Rows(1, Declared.In("PV27", Level.Critical, 0, 8), Declared.In("PV27", Level.Minimal, 6))[1].Ending);

    [Fact]
    public void OneOfTheCountryWithAnEndOnlySuspendsTheOneWithout()
    {
        var open = Declared.In("NL", Level.Significant);
        var limited = Declared.In("NL", Level.Critical, 1, 3);

        var rows = Rows(2, open, limited);

        Assert.Equal(Some.Now.AddHours(3), rows[0].Until!.At);
        Assert.Null(rows[1].Until);
    }

    [Fact]
    public void AnExerciseIsNoHistory() =>
        Assert.Empty(Rows(1, Declared.In("PV27", Level.Critical) with { Status = DeclarationStatus.Exercise }));

    private static IReadOnlyList<TimelineRow> Rows(double hours, params Declaration[] declarations) =>
        LevelTimeline.Rows(declarations, [], Some.Now.AddHours(hours));
}
