namespace Alerting.Forecasts;

/// <summary>When the deliveries of a route are expected to have left.</summary>
/// <param name="Route">Name of the route.</param>
/// <param name="Deliveries">How many.</param>
/// <param name="Percent50">From the approval until half of them have left.</param>
/// <param name="Percent95">Until 95 of 100 have.</param>
/// <param name="Percent100">Until all have.</param>
/// <param name="BoundBy">The station that, twice as fast, would bring the 95 forward most; null when none would bring it forward by a hundredth.</param>
public sealed record RouteForecast(string Route, int Deliveries, TimeSpan Percent50, TimeSpan Percent95, TimeSpan Percent100, string? BoundBy)
{
    /// <summary>The same when the route begins later.</summary>
    public RouteForecast After(TimeSpan delay) =>
        this with { Percent50 = Percent50 + delay, Percent95 = Percent95 + delay, Percent100 = Percent100 + delay };

    /// <summary>The minute after the approval in which a moment lies, from 1.</summary>
    public static int MinuteOf(TimeSpan after) => Math.Max(1, (int)Math.Ceiling(after.TotalMinutes));
}
