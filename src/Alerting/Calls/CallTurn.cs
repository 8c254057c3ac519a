using Alerting.Delivery.Batches;

namespace Alerting.Calls;

/// <summary>What is to be done about the contacts of a batch of text messages.</summary>
/// <param name="Recipients">To be called now, in the order of the text messages.</param>
/// <param name="LookAt">When to look again; null when nothing can come of it any more.</param>
public sealed record CallTurn(IReadOnlyList<Recipient> Recipients, DateTimeOffset? LookAt);
