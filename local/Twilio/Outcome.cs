namespace Alerting.Local.Twilio;

/// <summary>What becomes of an accepted message: the states after the first, each with its time since the start.</summary>
internal sealed record Outcome(IReadOnlyList<OutcomeStep> Steps, int? ErrorCode = null)
{
    private static readonly OutcomeStep Sending = new(TimeSpan.FromMilliseconds(50), MessageStatus.Sending);
    private static readonly OutcomeStep Sent = new(TimeSpan.FromMilliseconds(150), MessageStatus.Sent);
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(600);

    public static readonly Outcome Delivered = new([Sending, Sent, new(Usual, MessageStatus.Delivered)]);

    /// <summary>The carrier took it and never reports back.</summary>
    public static readonly Outcome Unconfirmed = new([Sending, Sent]);

    public static Outcome DeliveredAfter(TimeSpan delay) => new([Sending, Sent, new(Usual + delay, MessageStatus.Delivered)]);

    /// <summary>The carrier took it and reports that it did not arrive.</summary>
    public static Outcome Undelivered(int code) => new([Sending, Sent, new(Usual, MessageStatus.Undelivered)], code);

    /// <summary>It never left.</summary>
    public static Outcome Failed(int code) => new([Sending, new(Sent.After, MessageStatus.Failed)], code);
}
