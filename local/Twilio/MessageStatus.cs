namespace Alerting.Local.Twilio;

/// <summary>The states of a message that occur here, as Twilio spells them.</summary>
internal static class MessageStatus
{
    public const string Accepted = "accepted";
    public const string Scheduled = "scheduled";
    public const string Queued = "queued";
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Undelivered = "undelivered";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
    public const string Received = "received";
}
