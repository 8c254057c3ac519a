using Alerting.Texts;

namespace Alerting.Levels;

/// <summary>The scale in both versions: its steps, their names and meanings.</summary>
/// <remarks>
/// Sources: https://www.nctv.nl/onderwerpen/dtn, https://english.nctv.nl/topics/terrorist-threat-assessment-netherlands and, for the
/// four steps, https://www.nctv.nl/onderwerpen/dtn/over-het-dtn-en-het-dreigingsniveau/opbouw-dreigingsniveaus. A step of the older
/// scale is kept under the <see cref="Level"/> that has its name today; it had no number.
/// </remarks>
public static class LevelScale
{
    /// <summary>Since when there are five steps: 11 July 2016, the date of DTN 42.</summary>
    public static DateTimeOffset FiveStepsSince { get; } = new(2016, 7, 11, 0, 0, 0, TimeSpan.FromHours(2));

    /// <summary>The steps of a version, lowest first.</summary>
    public static IReadOnlyList<Level> Steps(ScaleVersion version) => version == ScaleVersion.FourStep
        ? [Level.Minimal, Level.Limited, Level.Substantial, Level.Critical]
        : [Level.Minimal, Level.Limited, Level.Significant, Level.Substantial, Level.Critical];

    /// <summary>The version in use at a moment.</summary>
    public static ScaleVersion At(DateTimeOffset moment) => moment < FiveStepsSince ? ScaleVersion.FourStep : ScaleVersion.FiveStep;

    /// <summary>The name of a level, lower case; the same in both versions.</summary>
    public static BilingualText NameOf(Level level) => level switch
    {
        Level.Minimal => new("minimaal", "minimal"),
        Level.Limited => new("beperkt", "limited"),
        Level.Significant => new("aanzienlijk", "significant"),
        Level.Substantial => new("substantieel", "substantial"),
        Level.Critical => new("kritiek", "critical"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };

    /// <summary>What a level of the five-step scale means, as the coordinator says it.</summary>
    public static BilingualText MeaningOf(Level level) => level switch
    {
        Level.Minimal => new("een aanslag in Nederland is niet waarschijnlijk", "an attack is unlikely"),
        Level.Limited => new("er is een kleine kans op een aanslag", "there is a slight chance of an attack"),
        Level.Significant => new("een aanslag is voorstelbaar", "an attack is conceivable"),
        Level.Substantial => new("de kans op een aanslag is reëel", "there is a real chance of an attack"),
        Level.Critical => new("een aanslag is op handen", "an attack is imminent"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };
}
