namespace Alerting.Forecasts;

/// <summary>The deliveries of one batch leaving the last station, one after the other at even pace.</summary>
/// <param name="Begin">Seconds from the approval.</param>
/// <param name="End">Seconds from the approval, when the last one has left.</param>
/// <param name="Deliveries">How many.</param>
internal readonly record struct Passage(double Begin, double End, int Deliveries)
{
    /// <summary>How many have left by a moment.</summary>
    public double LeftBy(double moment) =>
        moment >= End ? Deliveries : moment <= Begin ? 0 : Deliveries * (moment - Begin) / (End - Begin);
}
