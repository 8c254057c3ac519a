namespace Alerting.Declarations;

/// <summary>Where a declaration stands between two people. Every state but the first is final.</summary>
public enum DeclarationState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>Holds, from its start to its end.</summary>
    Approved,

    /// <summary>A second person said no.</summary>
    Rejected,

    /// <summary>Taken back before anybody approved it.</summary>
    Withdrawn,
}
