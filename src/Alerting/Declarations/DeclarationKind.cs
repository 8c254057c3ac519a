namespace Alerting.Declarations;

/// <summary>What a declaration does to the level of its scope.</summary>
public enum DeclarationKind
{
    /// <summary>Sets the level, replacing what an earlier declaration set for the same scope.</summary>
    Set,

    /// <summary>The same level in the same scope for longer than an earlier declaration said.</summary>
    Extend,

    /// <summary>A lower level in the same scope than an earlier declaration set.</summary>
    Lower,

    /// <summary>What an earlier declaration should have said, from its start; it counts as never made.</summary>
    Correct,

    /// <summary>An earlier declaration stops to hold at the approval, and what covers its scope from above holds again.</summary>
    Withdraw,
}
