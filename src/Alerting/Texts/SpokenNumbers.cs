using System.Globalization;

namespace Alerting.Texts;

/// <summary>Whole numbers as people say them.</summary>
internal static class SpokenNumbers
{
    private static readonly string[] Dutch =
        ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"];

    private static readonly string[] DutchTens = ["", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

    private static readonly string[] DutchJoined = ["", "eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen"];

    private static readonly string[] English =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, string> EnglishOrdinals = new()
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth", ["nine"] = "ninth", ["twelve"] = "twelfth", ["twenty"] = "twentieth", ["thirty"] = "thirtieth",
    };

    /// <summary>A number from 0 to 99: <c>drieëntwintig</c>, <c>twenty-three</c>.</summary>
    public static string Of(int number, Language language)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)number, 99u, nameof(number));
        var (tens, units) = (number / 10, number % 10);
        if (language == Language.Dutch)
            return number < 20 ? Dutch[number] : DutchJoined[units] + DutchTens[tens];
        return number < 20 ? English[number] : units == 0 ? EnglishTens[tens] : $"{EnglishTens[tens]}-{English[units]}";
    }

    /// <summary>A day of the month as English counts it: <c>twenty-first</c>.</summary>
    public static string EnglishOrdinal(int day)
    {
        var words = Of(day, Language.English).Split('-');
        words[^1] = EnglishOrdinals.GetValueOrDefault(words[^1]) ?? words[^1] + "th";
        return string.Join('-', words);
    }

    /// <summary>A year from 2000 to 2099: <c>tweeduizend zesentwintig</c>, <c>twenty twenty-six</c>; another one as digits.</summary>
    public static string Year(int year, Language language) => (year, language) switch
    {
        ( < 2000 or > 2099, _) => year.ToString(CultureInfo.InvariantCulture),
        (2000, Language.Dutch) => "tweeduizend",
        (_, Language.Dutch) => $"tweeduizend {Of(year - 2000, language)}",
        (2000, _) => "two thousand",
        ( < 2010, _) => $"two thousand and {Of(year - 2000, language)}",
        _ => $"twenty {Of(year - 2000, language)}",
    };
}
