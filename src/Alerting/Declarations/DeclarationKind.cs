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
}
