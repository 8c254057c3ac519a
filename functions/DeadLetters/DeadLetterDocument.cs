using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>A message that was given up. Its body is not shown: it may hold personal data.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="State">open, replayed or dismissed.</param>
/// <param name="Entity">Queue, or topic/Subscriptions/name.</param>
/// <param name="SequenceNumber">The broker's number of it.</param>
/// <param name="MessageId">Id given by the sender.</param>
/// <param name="Reason">Why the broker parked it.</param>
/// <param name="Description">The broker's words on the reason.</param>
/// <param name="EnqueuedAt">When it was first taken.</param>
/// <param name="DrainedAt">When it was taken over from the broker.</param>
/// <param name="DeliveryCount">How often it was tried.</param>
/// <param name="Size">Bytes of its body.</param>
/// <param name="TraceParent">The trace it belongs to; null when its sender named none.</param>
/// <param name="ReplayOf">The dead letter that it was a replay of; null when it was none.</param>
/// <param name="RefusedAt">When we last refused it; null when we never did, but failed.</param>
/// <param name="Problems">What is wrong with it, in the terms of its fields.</param>
/// <param name="Handling">What was decided about it; null while it is open.</param>
internal sealed record DeadLetterDocument(
    string Id,
    string State,
    string Entity,
    long SequenceNumber,
    string MessageId,
    string Reason,
    string? Description,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset DrainedAt,
    int DeliveryCount,
    int Size,
    string? TraceParent,
    string? ReplayOf,
    DateTimeOffset? RefusedAt,
    IReadOnlyList<ProblemError> Problems,
    LetterHandlingDocument? Handling)
{
    public static DeadLetterDocument Of(KeptLetter kept)
    {
        var letter = kept.Letter;
        return new(
            kept.Id,
            Words.Of(kept.State),
            letter.Entity,
            letter.SequenceNumber,
            letter.MessageId,
            letter.Reason,
            letter.Description,
            letter.EnqueuedAt,
            kept.DrainedAt,
            letter.DeliveryCount,
            letter.Size,
            letter.TraceParent,
            letter.ReplayOf,
            kept.Refusal?.At,
            [.. (kept.Refusal?.Problems ?? []).Select(problem => new ProblemError(problem.Field, problem.Rule, problem.Message))],
            kept.Handling is { } handling ? new(handling.By, handling.At, handling.Reason, handling.SentAt) : null);
    }
}
