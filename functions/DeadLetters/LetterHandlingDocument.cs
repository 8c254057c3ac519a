namespace Alerting.Functions;

/// <summary>What was decided about a dead letter.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was dismissed; null for a replay.</param>
/// <param name="SentAt">When the broker took the replay; null while it has not, and for a dismissal.</param>
internal sealed record LetterHandlingDocument(string By, DateTimeOffset At, string? Reason, DateTimeOffset? SentAt);
