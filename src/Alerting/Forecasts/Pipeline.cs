namespace Alerting.Forecasts;

/// <summary>Everything that an alert passes from the approval to the last delivery.</summary>
/// <param name="Start">From the approval until planning begins.</param>
/// <param name="Routes">One for each channel; they may share stations.</param>
public sealed record Pipeline(TimeSpan Start, IReadOnlyList<Route> Routes)
{
    /// <summary>The same with one station changed wherever it is passed.</summary>
    /// <param name="name">Of the station.</param>
    /// <param name="change">What becomes of it.</param>
    public Pipeline With(string name, Func<Station, Station> change) => this with
    {
        Routes = [.. Routes.Select(route => route with
        {
            Stops = [.. route.Stops.Select(stop => stop.Station.Name == name ? stop with { Station = change(stop.Station) } : stop)],
        })],
    };
}
