using Alerting.Delivery.Batches;

namespace Alerting.Alerts;

/// <summary>A recipient and when his turn comes.</summary>
/// <param name="Tier">Tier of the body, 1 first.</param>
/// <param name="Order">Place in the body's duty order, 1 first.</param>
/// <param name="Recipient">Who, where and which text.</param>
public sealed record Addressee(int Tier, int Order, Recipient Recipient)
{
    /// <summary>Sorts as position, then tier, then duty order do, by one comparison: an audience may be 100,000.</summary>
    internal long Rank => ((long)Recipient.Position << 48) | ((long)Tier << 32) | (uint)Order;
}
