namespace Alerting.Delivery.Channels;

/// <summary>What a provider's answer can mean.</summary>
public enum SendKind
{
    /// <summary>Taken.</summary>
    Sent,

    /// <summary>Never for this address: the answer speaks of it.</summary>
    Rejected,

    /// <summary>Refused for good, and the answer does not speak of the address: another provider may take it.</summary>
    Refused,

    /// <summary>Certainly not taken; worth another try.</summary>
    TryLater,

    /// <summary>No answer, or one that leaves open whether it was taken: ask before sending again.</summary>
    Unknown,
}
