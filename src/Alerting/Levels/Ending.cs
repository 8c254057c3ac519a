namespace Alerting.Levels;

/// <summary>How a level for a scope ended.</summary>
public enum Ending
{
    /// <summary>Another one for the same scope took its place.</summary>
    Replaced,

    /// <summary>Its announced end came.</summary>
    Lapsed,

    /// <summary>It was taken back before its announced end.</summary>
    Lowered,

    /// <summary>A declaration withdrew it.</summary>
    Withdrawn,

    /// <summary>It was wrong: another one says what should have been said, and this one counts as never made.</summary>
    Corrected,
}
