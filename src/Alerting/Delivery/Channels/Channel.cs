namespace Alerting.Delivery.Channels;

/// <summary>A way to reach people.</summary>
public enum Channel
{
    /// <summary>Text message.</summary>
    Sms,

    /// <summary>Email.</summary>
    Email,

    /// <summary>Telephone call, to those whom a text message did not reach or who have not confirmed it.</summary>
    Voice,
}
