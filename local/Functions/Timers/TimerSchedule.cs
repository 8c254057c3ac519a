using System.Text.RegularExpressions;
using Cronos;

namespace Alerting.Local.Functions.Timers;

/// <summary>An NCRONTAB expression of six fields (with seconds) or five, in UTC as on Flex Consumption.</summary>
internal sealed partial class TimerSchedule
{
    private const int OccurrencesLookedAt = 10;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CronExpression expression;

    private TimerSchedule(CronExpression expression)
    {
        this.expression = expression;
        RecursWithinAMinute = HasShortGap();
    }

    /// <summary>The host keeps no schedule status for such a timer.</summary>
    public bool RecursWithinAMinute { get; }

    public static TimerSchedule? Parse(string text, out string? problem)
    {
        problem = $"'{text}' is not an NCRONTAB expression of six or five fields";
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
            return null;
        // Cronos also knows ?, L, W and #, which the host does not.
        if (fields.FirstOrDefault(field => !KnownField().IsMatch(field)) is { } field)
        {
            problem = $"'{text}' has a field '{field}' that the host does not understand";
            return null;
        }
        if (!CronExpression.TryParse(text, fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard, out var expression))
            return null;
        if (expression.GetNextOccurrence(DateTime.UnixEpoch) is null)
        {
            problem = $"'{text}' never occurs";
            return null;
        }
        problem = null;
        return new(expression);
    }

    /// <summary>The first occurrence strictly after the given moment.</summary>
    public DateTimeOffset After(DateTimeOffset moment) =>
        expression.GetNextOccurrence(moment, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;

    private bool HasShortGap()
    {
        var previous = After(DateTimeOffset.UnixEpoch);
        for (var i = 0; i < OccurrencesLookedAt; i++)
        {
            var next = After(previous);
            if (next - previous < Minute)
                return true;
            previous = next;
        }
        return false;
    }

    [GeneratedRegex(@"^(\d|[*,/\-]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)+$", RegexOptions.IgnoreCase)]
    private static partial Regex KnownField();
}
