using System.Globalization;

namespace Alerting.Bus;

/// <summary>Why we would not take a message. The broker parks it later with a reason of its own, which says nothing about the content.</summary>
/// <param name="Entity">Queue, or <c>topic/Subscriptions/name</c>, that it came by.</param>
/// <param name="Message">Names the message: see <see cref="NameOf"/>.</param>
/// <param name="At">When it was last refused.</param>
/// <param name="Problems">What is wrong with it, in the terms of its fields; at least one.</param>
public sealed record Refusal(string Entity, string Message, DateTimeOffset At, IReadOnlyList<Problem> Problems)
{
    /// <summary>A name that the message keeps when it is parked: the sender's id, or the broker's number where he gave none.</summary>
    public static string NameOf(string messageId, long sequenceNumber) =>
        messageId.Length > 0 ? messageId : sequenceNumber.ToString("'#'0", CultureInfo.InvariantCulture);
}
