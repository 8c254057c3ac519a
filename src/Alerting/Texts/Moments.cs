using System.Globalization;

namespace Alerting.Texts;

/// <summary>Moments as people read them, by the Dutch clock.</summary>
internal static class Moments
{
    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] ShortDutchMonths =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] DutchDays =
        ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    /// <summary>As short as can be told apart when read on the day of <paramref name="seenFrom"/>: <c>18:00</c>, <c>19 mrt 18:00</c>, <c>1 jan 2027 18:00</c>.</summary>
    public static string Short(DateTimeOffset moment, DateTimeOffset seenFrom, Language language)
    {
        var (local, today) = (DutchTime.Of(moment), DutchTime.Of(seenFrom));
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (local.Date == today.Date)
            return time;
        var month = language == Language.Dutch ? ShortDutchMonths[local.Month - 1] : local.ToString("MMM", CultureInfo.InvariantCulture);
        return local.Year == today.Year ? $"{local.Day} {month} {time}" : $"{local.Day} {month} {local.Year} {time}";
    }

    /// <summary>The Dutch name of a day of the week.</summary>
    public static string DutchDay(DateTimeOffset local) => DutchDays[(int)local.DayOfWeek];

    /// <summary>The Dutch name of a month.</summary>
    public static string DutchMonth(DateTimeOffset local) => DutchMonths[local.Month - 1];

    /// <summary>In full: <c>maandag 18 maart 2019 18:00</c>.</summary>
    public static string Long(DateTimeOffset moment, Language language)
    {
        var local = DutchTime.Of(moment);
        return language == Language.Dutch
            ? string.Create(CultureInfo.InvariantCulture, $"{DutchDays[(int)local.DayOfWeek]} {local.Day} {DutchMonths[local.Month - 1]} {local.Year} {local:HH:mm}")
            : local.ToString("dddd d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }
}
