namespace Alerting.Readiness;

/// <summary>What can be wrong with the directory before an alert finds out; the worst first.</summary>
public enum FindingKind
{
    /// <summary>No contact of the body has an address that works.</summary>
    BodyUnreachable,

    /// <summary>No contact of a body that is told first has a number that works.</summary>
    FirstTierWithoutPhone,

    /// <summary>No address of the contact works.</summary>
    ContactUnreachable,

    /// <summary>A provider rejected the address, and nothing has shown since that it works.</summary>
    AddressRejected,

    /// <summary>Nobody has shown for a year that the address reaches the contact, or ever.</summary>
    AddressUnverified,
}
