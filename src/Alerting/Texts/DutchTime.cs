namespace Alerting.Texts;

/// <summary>The time on a clock in the Netherlands (European part): CET or CEST.</summary>
public static class DutchTime
{
    /// <summary>The zone <c>Europe/Amsterdam</c>.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine has no time-zone data.</exception>
    public static TimeZoneInfo Zone { get; } = Find();

    /// <summary>The same moment, with the Dutch clock and offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The moment at which a day begins in the Netherlands.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Zone.GetUtcOffset(midnight));
    }

    // Windows knows the IANA name only where ICU is loaded, which it is not under InvariantGlobalization.
    private static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone)
            ? zone
            : TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time");
}
