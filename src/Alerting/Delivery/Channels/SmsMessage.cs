using Alerting.Delivery.Batches;
using Alerting.Directory;

namespace Alerting.Delivery.Channels;

/// <summary>One text message to send.</summary>
/// <param name="To">Number.</param>
/// <param name="Text">Text; fits one segment for the standard texts.</param>
/// <param name="Batch">Batch of the delivery, for the receipt's way back.</param>
/// <param name="Index">Index of the delivery in it.</param>
/// <param name="Validity">How long the provider may keep trying; whole seconds, 1 s to 10 h.</param>
public sealed record SmsMessage(Address To, string Text, BatchId Batch, int Index, TimeSpan Validity)
{
    /// <summary>It was tried before, so it waits until the provider may have another message.</summary>
    public bool IsRepeat { get; init; }
}
