namespace Alerting.Delivery.Batches;

/// <summary>What became of trying a delivery. All but <see cref="TryLater"/> and <see cref="Unknown"/> are ends of sending.</summary>
public enum OutcomeKind
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider will never take it for this address: invalid, blocked or unable. It is marked.</summary>
    Rejected,

    /// <summary>Not taken, and certainly not sent; worth another try.</summary>
    TryLater,

    /// <summary>Not sent because its reason was gone before: the declaration lost its force or, for a call, the contact had confirmed.</summary>
    Superseded,

    /// <summary>Given up: useful life ran out, or it was refused for good without a word against the address.</summary>
    Failed,

    /// <summary>Handed over without a clear answer: the provider is asked before anything is sent again.</summary>
    Unknown,
}
