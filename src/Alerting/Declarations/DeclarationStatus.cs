namespace Alerting.Declarations;

/// <summary>Whether a declaration is meant. Part of its identity: it never changes.</summary>
public enum DeclarationStatus
{
    /// <summary>The real thing.</summary>
    Actual,

    /// <summary>Practised with the real audience, marked in every text, never in history, levels or public feeds.</summary>
    Exercise,

    /// <summary>A technical test: as an exercise, and recipients may disregard it.</summary>
    Test,
}
