using System.Globalization;

namespace Alerting.Local.Twilio;

/// <summary>
/// The conditions of a list on a date, such as DateSent. A day means all of it; a moment is compared by whole seconds, the
/// finest that the API shows. Both bounds include their end.
/// </summary>
internal sealed record DateFilter(DateTimeOffset From, DateTimeOffset Before)
{
    public static readonly DateFilter Any = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    private static readonly string[] Days = ["yyyy-MM-dd"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ssK",
        "ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'",
    ];

    public bool Includes(DateTimeOffset moment) => moment >= From && moment < Before;

    /// <summary>What a query says by one date: <c>DateSent</c>, <c>DateSent&lt;</c> and <c>DateSent&gt;</c>. Null when a value is no date.</summary>
    public static DateFilter? Parse(IQueryCollection query, string date, out TwilioError? error)
    {
        error = null;
        var filter = Any;
        foreach (var name in (string[])[date, date + "<", date + ">"])
        {
            foreach (var value in query[name])
            {
                if (filter.With(name, value ?? "") is not { } narrowed)
                {
                    error = TwilioError.InvalidParameter(name, value ?? "");
                    return null;
                }

                filter = narrowed;
            }
        }

        return filter;
    }

    /// <summary>Narrows by one parameter: its name, or with <c>&lt;</c> or <c>&gt;</c> behind it. Null when it is no date.</summary>
    public DateFilter? With(string name, string value)
    {
        if (!TryRange(value, out var start, out var end))
            return null;
        return name[^1] switch
        {
            '>' => this with { From = Later(From, start) },
            '<' => this with { Before = Earlier(Before, end) },
            _ => new DateFilter(Later(From, start), Earlier(Before, end)),
        };
    }

    private static bool TryRange(string value, out DateTimeOffset start, out DateTimeOffset end)
    {
        const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var culture = CultureInfo.InvariantCulture;
        var isDay = DateTimeOffset.TryParseExact(value, Days, culture, style, out start);
        var fits = isDay || DateTimeOffset.TryParseExact(value, Moments, culture, style, out start);
        if (fits && !isDay)
            start = new DateTimeOffset(start.Ticks - (start.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        end = !fits ? start : isDay ? start.AddDays(1) : start.AddSeconds(1);
        return fits;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
