namespace Alerting.Forecasts;

/// <summary>What an alert asks of its pipeline.</summary>
/// <param name="Channels">Deliveries of each channel.</param>
/// <param name="Boards">Boards that are connected.</param>
public sealed record AlertLoad(IReadOnlyList<ChannelLoad> Channels, int Boards);
