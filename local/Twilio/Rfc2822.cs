using System.Globalization;

namespace Alerting.Local.Twilio;

/// <summary>Dates as Twilio writes them, whole seconds in UTC.</summary>
internal static class Rfc2822
{
    private static Tuple<long, string> cached = new(-1, "");

    public static string Of(DateTimeOffset moment)
    {
        // Thousands of messages share a second, so the last text is nearly always the right one.
        var second = moment.ToUnixTimeSeconds();
        var last = cached;
        if (last.Item1 == second)
            return last.Item2;

        var text = moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        cached = new(second, text);
        return text;
    }

    public static string? Of(DateTimeOffset? moment) => moment is { } known ? Of(known) : null;
}
