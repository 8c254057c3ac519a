namespace Alerting.Declarations;

/// <summary>What a declaration does to the level of its scope.</summary>
public enum DeclarationKind
{
    /// <summary>Sets the level, replacing what an earlier declaration set for the same scope.</summary>
    Set,
}
