using System.Globalization;

namespace Alerting.Texts;

/// <summary>Moments as people say them, by the Dutch clock. The day is always said: nobody knows when a recording is heard.</summary>
internal static class SpokenMoments
{
    /// <summary><c>maandag achttien maart, achttien uur dertig</c>; <c>Monday the eighteenth of March, six thirty in the evening</c>. The year is said when it is another than that of <paramref name="seenFrom"/>.</summary>
    public static string Of(DateTimeOffset moment, DateTimeOffset seenFrom, Language language)
    {
        var (local, today) = (DutchTime.Of(moment), DutchTime.Of(seenFrom));
        var year = local.Year == today.Year ? "" : " " + SpokenNumbers.Year(local.Year, language);
        return language == Language.Dutch
            ? $"{Moments.DutchDay(local)} {SpokenNumbers.Of(local.Day, language)} {Moments.DutchMonth(local)}{year}, {DutchClock(local)}"
            : $"{local.ToString("dddd", CultureInfo.InvariantCulture)} the {SpokenNumbers.EnglishOrdinal(local.Day)} of {local.ToString("MMMM", CultureInfo.InvariantCulture)}{year}, {EnglishClock(local)}";
    }

    private static string DutchClock(DateTimeOffset local)
    {
        var hour = $"{SpokenNumbers.Of(local.Hour, Language.Dutch)} uur";
        return local.Minute == 0 ? hour : $"{hour} {SpokenNumbers.Of(local.Minute, Language.Dutch)}";
    }

    private static string EnglishClock(DateTimeOffset local)
    {
        if (local is { Hour: 0 or 12, Minute: 0 })
            return local.Hour == 0 ? "midnight" : "noon";
        var hour = SpokenNumbers.Of((local.Hour + 11) % 12 + 1, Language.English);
        var minute = local.Minute switch
        {
            0 => "",
            < 10 => $" oh {SpokenNumbers.Of(local.Minute, Language.English)}",
            _ => $" {SpokenNumbers.Of(local.Minute, Language.English)}",
        };
        return $"{hour}{minute} {PartOfDay(local.Hour)}";
    }

    private static string PartOfDay(int hour) => hour switch
    {
        < 6 => "at night",
        < 12 => "in the morning",
        < 18 => "in the afternoon",
        _ => "in the evening",
    };
}
