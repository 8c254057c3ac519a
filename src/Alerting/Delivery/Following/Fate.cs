namespace Alerting.Delivery.Following;

/// <summary>What became of a delivery, as far as whoever follows it needs to know. All but the first are final, save that a late receipt can show that somebody was told after all.</summary>
public enum Fate
{
    /// <summary>It may still be sent, or is in doubt.</summary>
    Open,

    /// <summary>The provider took it, or may have.</summary>
    Told,

    /// <summary>It was never sent.</summary>
    NotTold,

    /// <summary>It was never sent, because the address cannot be reached.</summary>
    Unreachable,
}
