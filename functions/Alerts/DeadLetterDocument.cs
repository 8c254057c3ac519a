using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>A message that was given up.</summary>
/// <param name="Entity">Queue, or topic/Subscriptions/name.</param>
/// <param name="SequenceNumber">The broker's number of it.</param>
/// <param name="MessageId">Id given by the sender.</param>
/// <param name="Reason">Why the broker parked it.</param>
/// <param name="EnqueuedAt">When it was first taken.</param>
/// <param name="DeliveryCount">How often it was tried.</param>
/// <param name="Size">Bytes of its body.</param>
/// <param name="RefusedAt">When we last refused it; null when we never did, but failed.</param>
/// <param name="Problems">What is wrong with it, in the terms of its fields.</param>
internal sealed record DeadLetterDocument(
    string Entity,
    long SequenceNumber,
    string MessageId,
    string Reason,
    DateTimeOffset EnqueuedAt,
    int DeliveryCount,
    int Size,
    DateTimeOffset? RefusedAt,
    IReadOnlyList<ProblemError> Problems)
{
    public static DeadLetterDocument Of(DeadLetter letter, Refusal? refusal) => new(
        letter.Entity,
        letter.SequenceNumber,
        letter.MessageId,
        letter.Reason,
        letter.EnqueuedAt,
        letter.DeliveryCount,
        letter.Size,
        refusal?.At,
        [.. (refusal?.Problems ?? []).Select(problem => new ProblemError(problem.Field, problem.Rule, problem.Message))]);
}
