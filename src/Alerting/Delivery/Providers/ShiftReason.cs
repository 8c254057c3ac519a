namespace Alerting.Delivery.Providers;

/// <summary>Why weight was shifted.</summary>
public enum ShiftReason
{
    /// <summary>Away from a provider that refuses or gives no clear answer.</summary>
    Failing,

    /// <summary>Away from a provider that answers or delivers slowly.</summary>
    Slow,

    /// <summary>Back towards the weights at rest, because nothing was wrong for a while.</summary>
    Quiet,
}
