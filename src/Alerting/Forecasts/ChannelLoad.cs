using Alerting.Delivery.Channels;

namespace Alerting.Forecasts;

/// <summary>What an alert asks of one channel.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Tiers">Deliveries of each tier, first tier first.</param>
/// <param name="Segments">Segments of all its text messages; 0 for other channels.</param>
public sealed record ChannelLoad(Channel Channel, IReadOnlyList<int> Tiers, int Segments)
{
    /// <summary>Deliveries of all tiers.</summary>
    public int Deliveries => Tiers.Sum();

    internal double SegmentsPerDelivery => Deliveries == 0 ? 0 : (double)Segments / Deliveries;
}
