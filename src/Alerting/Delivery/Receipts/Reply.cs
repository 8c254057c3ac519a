using Alerting.Directory;

namespace Alerting.Delivery.Receipts;

/// <summary>A text message that somebody sent us.</summary>
/// <param name="From">Number it came from.</param>
/// <param name="Text">What it says; as received, so hostile until read.</param>
/// <param name="At">When it reached us.</param>
/// <param name="ProviderId">The provider's name of it.</param>
public sealed record Reply(Address From, string Text, DateTimeOffset At, string ProviderId);
