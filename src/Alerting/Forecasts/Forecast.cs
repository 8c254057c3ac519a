namespace Alerting.Forecasts;

/// <summary>How long an alert is expected to take, and why.</summary>
/// <param name="Routes">Times of each route.</param>
/// <param name="Uses">What each station did.</param>
public sealed record Forecast(IReadOnlyList<RouteForecast> Routes, IReadOnlyList<StationUse> Uses)
{
    // Less than this is not what anybody waits for.
    private const double Noticeable = 0.01;

    /// <summary>Simulates an alert, and once more for each station as if that were twice as fast.</summary>
    public static Forecast Of(Pipeline pipeline, int seed)
    {
        var simulation = Simulation.Run(pipeline, seed);
        var faster = simulation.Uses.Where(use => use.Work > 0).Select(use => (use.Station, Courses: Simulation.Run(Twice(pipeline, use.Station), seed).Courses)).ToList();
        var routes = simulation.Courses.Select((course, number) =>
            RouteOf(course, [.. faster.Select(other => (other.Station, other.Courses[number].SecondsTo(0.95)))]));
        return new([.. routes], simulation.Uses);
    }

    private static Pipeline Twice(Pipeline pipeline, string station) =>
        pipeline.With(station, slow => slow with { PerSecond = slow.PerSecond * 2 });

    private static RouteForecast RouteOf(Course course, IReadOnlyList<(string Station, double Seconds)> faster)
    {
        var seconds = course.SecondsTo(0.95);
        var noticed = faster.Where(other => other.Seconds < seconds * (1 - Noticeable));
        return new(
            course.Route,
            course.Deliveries,
            TimeSpan.FromSeconds(course.SecondsTo(0.5)),
            TimeSpan.FromSeconds(seconds),
            TimeSpan.FromSeconds(course.SecondsTo(1)),
            noticed.OrderBy(other => other.Seconds).Select(other => other.Station).FirstOrDefault());
    }
}
