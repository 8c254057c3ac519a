using Alerting.Delivery.Channels;
using Alerting.Forecasts;

namespace Alerting.Previews;

/// <summary>What an alert would be on one channel.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Deliveries">Addresses that would be told; each once, as the planner plans.</param>
/// <param name="Segments">Segments of all its text messages; 0 for other channels.</param>
/// <param name="WithoutAddress">Contacts who would be told if they had an address for this channel.</param>
/// <param name="Expected">When the deliveries are expected to have left.</param>
public sealed record ChannelPreview(Channel Channel, int Deliveries, int Segments, int WithoutAddress, RouteForecast Expected);
