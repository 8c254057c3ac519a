namespace Alerting.Declarations;

/// <summary>Why a decision on a declaration is refused, by the names that callers can rely on.</summary>
public static class DeclarationProblems
{
    /// <summary>Rule: the idempotency key was used for another request; the front door answers 422.</summary>
    public const string KeyReused = "idempotency-key-reused";

    internal static Problem Unknown(DeclarationId id) =>
        Problem.NotFound("declaration-unknown", "id", $"There is no declaration {id}.");

    internal static Problem AnotherRequest { get; } = Problem.Conflict(
        KeyReused, "This idempotency key was used for another request in the last 24 hours. Send the same request, or a new key.");

    internal static Problem SamePerson { get; } = Problem.Forbidden(
        "proposer-cannot-approve", "Two people decide: who proposed a declaration cannot approve it. Ask another approver.");

    internal static Problem OwnProposal { get; } = Problem.Forbidden(
        "proposer-cannot-reject", "Rejecting is for the second person. Withdraw your own proposal instead.");

    internal static Problem Decided(Declaration declaration) => Problem.Conflict(
        "already-decided", $"This declaration is {$"{declaration.State}".ToLowerInvariant()} already, since {Rfc3339.Write(declaration.Decision!.At)}.");

    internal static Problem Stale(string why) => Problem.Conflict("proposal-stale", $"{why} Propose it anew if it is still wanted.");
}
