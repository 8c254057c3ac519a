namespace Alerting.Delivery.Batches;

/// <summary>Where a delivery stands, by all that was written about it.</summary>
public enum DeliveryState
{
    /// <summary>Planned; nobody has started on it, or a try ended in try later.</summary>
    Planned,

    /// <summary>Claimed without an outcome: it may or may not have been sent. The provider must be asked before it is sent again.</summary>
    Doubtful,

    /// <summary>The provider took it; nothing final reported yet.</summary>
    Sent,

    /// <summary>Reported as arrived; for a call: answered, by whomever or whatever. End.</summary>
    Delivered,

    /// <summary>Rejected, given up, or reported as not arrived. End.</summary>
    Failed,

    /// <summary>Not sent because its declaration lost its force or, for a call, because the contact had confirmed. End.</summary>
    Superseded,
}
