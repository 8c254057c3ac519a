using Alerting.Delivery.Batches;
using Alerting.Directory;
using Alerting.Texts;

namespace Alerting.Delivery.Channels;

/// <summary>One call to make.</summary>
/// <param name="To">Number.</param>
/// <param name="Text">What is said.</param>
/// <param name="Language">Language it is said in.</param>
/// <param name="Batch">Batch of the delivery, for the way back of reports and keys.</param>
/// <param name="Index">Index of the delivery in it.</param>
public sealed record VoiceCall(Address To, string Text, Language Language, BatchId Batch, int Index)
{
    /// <summary>Whether a key is waited for; false for a call that nobody has to confirm.</summary>
    public bool AsksForKey { get; init; } = true;
}
