namespace Alerting.DeadLetters;

/// <summary>What somebody decided about a dead letter.</summary>
/// <param name="State">Replayed or dismissed.</param>
/// <param name="By">Object id of the person, as in the token.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was dismissed; null for a replay.</param>
/// <param name="SentAt">When the broker took the replay; null before, and for a dismissal.</param>
public sealed record LetterHandling(LetterState State, string By, DateTimeOffset At, string? Reason = null, DateTimeOffset? SentAt = null);
