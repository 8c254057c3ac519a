using Alerting.Levels;
using Alerting.Scopes;

namespace Alerting.Tests.Levels;

public sealed class LevelHistoryTests
{
    private static readonly List<HistoryEntry> National = [.. LevelHistory.Entries.Where(entry => entry.Scope == Scope.Country)];

    [Fact]
    public void TheNationalPeriodsAreThoseOfTheOverview()
    {
        var periods = National
            .Where((entry, index) => index == 0 || entry.Level != National[index - 1].Level)
            .Select(entry => $"{entry.From.At:yyyy-MM} {entry.Label} {entry.Dtn?.Label}");

        Assert.Equal(
            [
                "2005-05 substantieel 1",
                "2007-03 beperkt 8",
                "2008-03 substantieel 12",
                "2009-11 beperkt 19",
                "2013-03 substantieel 32",
                "2019-12 aanzienlijk 51",
                "2023-12 substantieel december 2023",
            ],
            periods);
    }

    [Fact]
    public void EveryNumberedEditionHasTheLevelOfItsPeriod() =>
        Assert.All(National, entry =>
        {
            if (int.TryParse(entry.Dtn?.Label, out var number))
                Assert.Equal(LevelOf(number), entry.Level);
        });

    [Fact]
    public void EveryEntryNamesASourceAndThePublishedWordOfItsLevel() =>
        Assert.All(LevelHistory.Entries, entry =>
        {
            Assert.NotEmpty(entry.Sources);
            Assert.Equal(LevelScale.NameOf(entry.Level).Nl, entry.Label);
            Assert.Equal(LevelScale.At(entry.Announced.At), entry.Scale);
            Assert.Contains(entry.Level, LevelScale.Steps(entry.Scale));
        });

    [Fact]
    public void WhatIsNotEstablishedToTheDayHasANote() =>
        Assert.All(
            LevelHistory.Entries.Where(entry => entry.Announced.Precision == DatePrecision.Month || entry.From != entry.Announced),
            entry => Assert.NotNull(entry.Note));

    [Fact]
    public void EveryDateWithoutATimeBeginsAtMidnightInTheNetherlands()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        Assert.All(National.SelectMany(entry => new[] { entry.Announced, entry.From }), date =>
        {
            Assert.Equal(TimeSpan.Zero, date.At.TimeOfDay);
            Assert.Equal(zone.GetUtcOffset(date.At), date.At.Offset);
            Assert.True(date.Precision == DatePrecision.Day || date.At.Day == 1);
        });
    }

    [Fact]
    public void Dtn48OfSeptember2018HasItsLetter()
    {
        var entry = Assert.Single(LevelHistory.Entries, entry => entry.Dtn?.Label == "48");

        Assert.Equal("kst-29754-468", entry.Dtn!.Reference);
        Assert.Equal(new(Times.Of("2018-09-10T00:00+02:00"), DatePrecision.Day), entry.Announced);
        Assert.Equal(Level.Substantial, entry.Level);
    }

    [Theory]
    [InlineData("8", "2007-04-25", "2007-03-01")]
    [InlineData("19", "2009-12-15", "2009-11-01")]
    public void WhereSourcesDisagreeTheDateOfTheDocumentAndTheStartAreBothKept(string dtn, string announced, string from)
    {
        var entry = Assert.Single(LevelHistory.Entries, entry => entry.Dtn?.Label == dtn);

        Assert.Equal((announced, DatePrecision.Day), ($"{entry.Announced.At:yyyy-MM-dd}", entry.Announced.Precision));
        Assert.Equal((from, DatePrecision.Month), ($"{entry.From.At:yyyy-MM-dd}", entry.From.Precision));
    }

    [Fact]
    public void TheLevelOfUtrechtOn18March2019BeganAndEndedThatDay()
    {
        var entry = Assert.Single(LevelHistory.Entries, entry => entry.Scope != Scope.Country);

        Assert.Equal(new(ScopeType.Province, "PV26"), entry.Scope);
        Assert.Equal((Level.Critical, Ending.Lowered), (entry.Level, entry.Ending));
        Assert.Null(entry.Dtn);
        Assert.Equal(("2019-03-18", "2019-03-18"), ($"{entry.From.At:yyyy-MM-dd}", $"{entry.Until!.At:yyyy-MM-dd}"));
        Assert.Equal((DatePrecision.Day, DatePrecision.Day), (entry.From.Precision, entry.Until.Precision));
    }

    private static Level LevelOf(int dtn) => dtn switch
    {
        <= 7 => Level.Substantial,
        <= 11 => Level.Limited,
        <= 18 => Level.Substantial,
        <= 31 => Level.Limited,
        <= 50 => Level.Substantial,
        _ => Level.Significant,
    };
}
