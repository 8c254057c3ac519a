using System.Globalization;
using Alerting.Texts;

namespace Alerting.Directory;

/// <summary>Reads when an address was verified: an RFC 3339 time with offset, or a day in the Netherlands.</summary>
internal static class VerificationTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = DutchTime.StartOf(day);
            return true;
        }

        // K also accepts nothing, which would mean the clock of this machine.
        moment = default;
        return HasOffset(text)
            && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is ('+' or '-') && text[^3] == ':');
}
