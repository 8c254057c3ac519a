namespace Alerting.Delivery;

/// <summary>A way to reach people.</summary>
public enum Channel
{
    /// <summary>Text message.</summary>
    Sms,

    /// <summary>Email.</summary>
    Email,
}
