using Alerting.Levels;

namespace Alerting.Tests.Levels;

public sealed class LevelScaleTests
{
    [Theory]
    [InlineData(Level.Minimal, "minimaal", "minimal")]
    [InlineData(Level.Limited, "beperkt", "limited")]
    [InlineData(Level.Significant, "aanzienlijk", "significant")]
    [InlineData(Level.Substantial, "substantieel", "substantial")]
    [InlineData(Level.Critical, "kritiek", "critical")]
    public void TheLevelsHaveTheNamesOfTheCoordinator(Level level, string nl, string en) =>
        Assert.Equal(new(nl, en), LevelScale.NameOf(level));

    [Fact]
    public void EveryLevelHasAMeaningOfItsOwn() =>
        Assert.Equal(5, Enum.GetValues<Level>().Select(LevelScale.MeaningOf).Distinct().Count());

    [Fact]
    public void TheOlderScaleHasNoSignificant()
    {
        Assert.Equal([Level.Minimal, Level.Limited, Level.Substantial, Level.Critical], LevelScale.Steps(ScaleVersion.FourStep));
        Assert.Equal(Enum.GetValues<Level>(), LevelScale.Steps(ScaleVersion.FiveStep));
    }

    [Fact]
    public void TheScaleChangedOn11July2016()
    {
        Assert.Equal(ScaleVersion.FourStep, LevelScale.At(Times.Of("2016-07-10T23:59:59+02:00")));
        Assert.Equal(ScaleVersion.FiveStep, LevelScale.At(Times.Of("2016-07-11T00:00:00+02:00")));
    }
}
