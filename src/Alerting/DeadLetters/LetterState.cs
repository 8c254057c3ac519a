namespace Alerting.DeadLetters;

/// <summary>Whether somebody has seen to a dead letter.</summary>
public enum LetterState
{
    /// <summary>Nobody has.</summary>
    Open,

    /// <summary>Sent again. An end: what is given up once more is a new dead letter.</summary>
    Replayed,

    /// <summary>Not wanted any more. An end.</summary>
    Dismissed,
}
