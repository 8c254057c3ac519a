using Alerting.Delivery.Batches;

namespace Alerting.Alerts;

/// <summary>A recipient and when his turn comes.</summary>
/// <param name="Tier">Tier of the body, 1 first.</param>
/// <param name="Order">Place in the body's duty order, 1 first.</param>
/// <param name="Recipient">Who, where and which text.</param>
public sealed record Addressee(int Tier, int Order, Recipient Recipient);
