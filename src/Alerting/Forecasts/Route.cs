namespace Alerting.Forecasts;

/// <summary>The way of one channel's batches, in the order in which they are planned.</summary>
/// <param name="Name">Of the channel, such as <c>sms</c>.</param>
/// <param name="Batches">Deliveries in each batch, first planned first.</param>
/// <param name="Stops">At least one; deliveries of a batch leave the last one evenly while it is served there.</param>
public sealed record Route(string Name, IReadOnlyList<int> Batches, IReadOnlyList<Stop> Stops)
{
    /// <summary>Deliveries of all batches.</summary>
    public int Deliveries => Batches.Sum();

    /// <summary>The batches that the planner makes of its tiers: full ones and, at the end of a tier, a smaller one.</summary>
    /// <param name="tiers">Deliveries of each tier, first tier first.</param>
    /// <param name="size">Deliveries of a full batch.</param>
    public static IReadOnlyList<int> Split(IEnumerable<int> tiers, int size) =>
        [.. tiers.SelectMany(tier => Enumerable.Range(0, (tier + size - 1) / size).Select(number => Math.Min(size, tier - (number * size))))];
}
