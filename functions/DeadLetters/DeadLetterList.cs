namespace Alerting.Functions;

/// <summary>Messages that were given up.</summary>
/// <param name="DeadLetters">Newest first, 200 at most.</param>
internal sealed record DeadLetterList(IReadOnlyList<DeadLetterDocument> DeadLetters);
