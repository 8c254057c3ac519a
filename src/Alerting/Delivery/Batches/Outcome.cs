namespace Alerting.Delivery.Batches;

/// <summary>What became of one try of one delivery.</summary>
/// <param name="Index">The delivery, by its index in the batch.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When the answer came.</param>
/// <param name="ProviderId">The provider's name of the message, when it took it.</param>
/// <param name="Code">The provider's or our code of the reason, when it did not, or <see cref="SentAgain"/>.</param>
/// <param name="Provider">Which provider it was, where a channel has several; for an unknown outcome null when each of them may have taken it.</param>
public sealed record Outcome(
    int Index, OutcomeKind Kind, DateTimeOffset At, string? ProviderId = null, string? Code = null, string? Provider = null)
{
    /// <summary>Code of a failed delivery that may have been taken all the same: nobody could say.</summary>
    public const string NeverKnown = "never-known";

    /// <summary>Code of a delivery that was sent, or may have been, although it may have been sent before: nobody could say.</summary>
    public const string SentAgain = "sent-again";

    /// <summary>Code of a delivery that its worker did not begin, because his claim was about to end.</summary>
    public const string NoTime = "no-time";
}
