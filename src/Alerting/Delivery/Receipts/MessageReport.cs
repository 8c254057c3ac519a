namespace Alerting.Delivery.Receipts;

/// <summary>What a provider says of a message when it is asked.</summary>
/// <param name="Kind">Where it is.</param>
/// <param name="Code">The provider's reason, when it failed.</param>
/// <param name="IsAddressAtFault">As in <see cref="Receipt"/>.</param>
public sealed record MessageReport(ReceiptKind Kind, string? Code = null, bool? IsAddressAtFault = null);
