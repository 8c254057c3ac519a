using Alerting.Forecasts;

namespace Alerting.Functions;

/// <summary>When a share of the deliveries is expected to have left.</summary>
/// <param name="Percent">50, 95 or 100.</param>
/// <param name="Seconds">From the approval.</param>
/// <param name="Minute">The minute after the approval in which that is, from 1.</param>
internal sealed record ExpectedDocument(int Percent, double Seconds, int Minute)
{
    public static IReadOnlyList<ExpectedDocument> Of(RouteForecast forecast) =>
        forecast.Deliveries == 0 ? [] : [Of(50, forecast.Percent50), Of(95, forecast.Percent95), Of(100, forecast.Percent100)];

    private static ExpectedDocument Of(int percent, TimeSpan after) => new(percent, Math.Round(after.TotalSeconds, 1), RouteForecast.MinuteOf(after));
}
