using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerting;

/// <summary>Times as text, always with an offset.</summary>
public static partial class Rfc3339
{
    /// <summary>What a time must look like, for messages.</summary>
    public const string Example = "2019-03-18T18:00:00+01:00";

    /// <summary>
    /// Reads a time such as <see cref="Example"/>. The offset is demanded: <c>Z</c> or hours and minutes. Seconds may be left out,
    /// as ISO 8601 allows; fractions count to 100 nanoseconds. Leap seconds and offsets beyond 14 hours are not times here.
    /// </summary>
    /// <returns>False when the text is not such a time.</returns>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        if (text is null || Form().Match(text) is not { Success: true } match)
            return false;
        var offset = match.Groups["offset"].Value is "Z" or "z" ? "+00:00" : match.Groups["offset"].Value;
        var seconds = match.Groups["seconds"] is { Success: true } group ? group.Value : "00";
        var plain = $"{match.Groups["date"].Value}T{match.Groups["minutes"].Value}:{seconds}{offset}";
        if (!DateTimeOffset.TryParseExact(plain, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            return false;
        time = time.AddTicks(Ticks(match.Groups["fraction"].Value));
        return true;
    }

    /// <summary>The text of a time, with its own offset, and with a fraction only if there is one.</summary>
    public static string Write(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static long Ticks(string fraction) =>
        fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<minutes>[0-9]{2}:[0-9]{2})(:(?<seconds>[0-9]{2})(\.(?<fraction>[0-9]{1,20}))?)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Form();
}
