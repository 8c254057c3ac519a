using Alerting.Directory;

namespace Alerting.Delivery.Channels;

/// <summary>One email to send.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">Subject, marked where the alert is an exercise.</param>
/// <param name="Text">Plain text.</param>
/// <param name="MessageId">Stable Message-ID without angle brackets: the same delivery always has the same, so that a mail server or reader can tell a repeat.</param>
/// <param name="Expires">When the message loses its meaning; null for never.</param>
public sealed record EmailMessage(Address To, string Subject, string Text, string MessageId, DateTimeOffset? Expires)
{
    /// <summary>Message-ID of the email that this one corrects or withdraws, so that a mail reader shows them together; null for none.</summary>
    public string? InReplyTo { get; init; }
}
