namespace Alerting.Functions;

/// <summary>Messages that were given up.</summary>
/// <param name="DeadLetters">By queue and age, at most 100 of each.</param>
internal sealed record DeadLetterList(IReadOnlyList<DeadLetterDocument> DeadLetters);
