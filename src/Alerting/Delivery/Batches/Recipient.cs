using Alerting.Directory;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Delivery.Batches;

/// <summary>One address of one contact, as it stood when the alert was planned.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="ContactId">The contact within the body.</param>
/// <param name="Address">Where to.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Position">Which text: inside, neighbour or elsewhere.</param>
/// <param name="Former">Deliveries of earlier alerts to this address that this one corrects or withdraws, newest first; null for a plain alert.</param>
public sealed record Recipient(
    string BodyId, string ContactId, Address Address, Language Language, Position Position, IReadOnlyList<DeliveryName>? Former = null);
