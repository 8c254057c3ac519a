namespace Alerting.Functions;

/// <summary>Messages that were given up.</summary>
/// <param name="DeadLetters">Newest first.</param>
/// <param name="Next">What to give as after for older ones; null when there are none.</param>
internal sealed record DeadLetterList(IReadOnlyList<DeadLetterDocument> DeadLetters, string? Next);
