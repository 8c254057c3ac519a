namespace Alerting.Forecasts;

/// <summary>A place that batches pass, first come first served. Two stations of the same name are the same station.</summary>
/// <param name="Name">As it is shown, such as <c>sms senders</c>.</param>
/// <param name="PerSecond">Units of work that one server does in a second; what a unit is depends on the station.</param>
/// <param name="Servers">How many side by side, and from when.</param>
public sealed record Station(string Name, double PerSecond, ScaleOut Servers)
{
    /// <summary>Time from a server to the next station; it keeps no server busy.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How much longer or shorter than usual a server may take by chance: 0 (never) to less than 1 (0.25 is a quarter either way).</summary>
    public double Spread { get; init; }
}
