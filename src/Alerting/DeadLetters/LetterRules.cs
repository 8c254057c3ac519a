using Alerting.Declarations;

namespace Alerting.DeadLetters;

/// <summary>When something may be decided about a dead letter.</summary>
internal static class LetterRules
{
    /// <summary>Somebody else decided in the same moment.</summary>
    public static Problem Raced { get; } = Problem.Conflict("dead-letter-handled", "Somebody else decided about it at this moment. Look at it again.");

    /// <summary>Why it cannot be sent again; null when it can.</summary>
    public static Problem? Replay(KeptLetter? letter) => Open(letter) ?? (letter!.IsWhole
        ? null
        : Problem.Conflict("dead-letter-not-whole", "Its body was too large to keep, so it cannot be sent again. Ask its sender for it, then dismiss it."));

    /// <summary>Why it cannot be dismissed; null when it can.</summary>
    public static Problem? Dismiss(KeptLetter? letter, string? reason) => Open(letter) ?? TextRules.Check("reason", reason, TextRules.MaxReason);

    private static Problem? Open(KeptLetter? letter) => letter switch
    {
        null => Problem.NotFound("dead-letter-unknown", "id", "There is no such dead letter."),
        { Handling: { } handling } => Problem.Conflict(
            "dead-letter-handled",
            $"It was {$"{handling.State}".ToLowerInvariant()} already, at {Rfc3339.Write(handling.At)}. If it was given up once more, that is a dead letter of its own."),
        _ => null,
    };
}
