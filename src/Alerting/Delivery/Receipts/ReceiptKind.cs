namespace Alerting.Delivery.Receipts;

/// <summary>What a provider reports later of a message it took. An end state is never left.</summary>
public enum ReceiptKind
{
    /// <summary>On its way: queued, sending or with the carrier.</summary>
    Underway,

    /// <summary>Arrived. An end.</summary>
    Delivered,

    /// <summary>Did not arrive and will not. An end.</summary>
    Failed,
}
