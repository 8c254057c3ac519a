namespace Alerting.Declarations;

/// <summary>The rules of a declaration that follows an approved one. Pure.</summary>
internal static class FollowUpRules
{
    /// <summary>Everything that is wrong with a proposal beside the declaration that it names; none when all is well.</summary>
    /// <param name="proposal">Of any kind but one that sets a level.</param>
    /// <param name="original">The declaration that it names, if there is one.</param>
    /// <param name="basis">The time, and what else was approved.</param>
    public static IReadOnlyList<Problem> Check(Proposal proposal, Declaration? original, DecisionBasis basis)
    {
        if (original is null)
            return [Problem.Invalid("declaration-unknown", "of", $"There is no declaration {proposal.Of}.")];
        if (original.State != DeclarationState.Approved)
            return [Problem.Invalid("not-approved", "of", $"Declaration {original.Id} is {DeclarationAct.StateOf(original)}; only an approved one can be followed.")];
        if (WhyOver(original, basis) is { } why)
            return [Problem.Invalid("original-over", "of", $"{why} Set a level anew instead.")];
        return [.. Identity(proposal, original), .. Statement(proposal, original)];
    }

    /// <summary>Why nothing can follow an approved declaration any more; null while something can.</summary>
    public static string? WhyOver(Declaration original, DecisionBasis basis)
    {
        if (original.Kind == DeclarationKind.Withdraw)
            return $"Declaration {original.Id} is a withdrawal and sets no level.";
        if (Succession.AnnulmentOf(original, basis.Approved) is { } annulment)
            return $"Declaration {annulment.Id} {(annulment.Kind == DeclarationKind.Correct ? "corrects" : "withdraws")} {original.Id}.";
        if (original.Until <= basis.Now)
            return $"The end of declaration {original.Id} has passed.";
        return Succession.ReplacementOf(original, basis.Approved, basis.Now) is { } other
            ? $"Declaration {other.Id} has taken the place of {original.Id}."
            : null;
    }

    private static IEnumerable<Problem> Identity(Proposal proposal, Declaration original)
    {
        if (proposal.Scope != original.Scope)
            yield return Problem.Invalid("scope-differs", "scope", $"Declaration {original.Id} is for {original.Scope.Code}. For another scope withdraw it and set a level anew.");
        if (proposal.Status != original.Status)
            yield return Problem.Invalid("status-differs", "status", "The status is part of a declaration's identity: it is that of the declaration that is followed.");
    }

    private static IEnumerable<Problem> Statement(Proposal proposal, Declaration original)
    {
        if (proposal.Kind == DeclarationKind.Extend && proposal.Level is { } level && level != original.Level)
            yield return Problem.Invalid("level-differs", "level", "An extension keeps the level: leave it out, or propose to lower or to set it.");
        if (proposal.Kind == DeclarationKind.Extend && !(proposal.Until > original.Until))
            yield return Problem.Invalid("until-not-later", "until", NotLater(original));
        if (proposal.Kind == DeclarationKind.Lower && proposal.Level >= original.Level)
            yield return Problem.Invalid("level-not-lower", "level", FormattableString.Invariant($"Level {(int)original.Level} holds; a lower one must be less."));
        if (proposal.Kind == DeclarationKind.Lower && proposal.From >= original.Until)
            yield return Problem.Invalid("from-after-end", "from", $"By then declaration {original.Id} has ended.");
        if (proposal.Until <= original.EffectiveFrom && !(proposal.Kind == DeclarationKind.Correct ? proposal.From is not null : proposal.Until <= proposal.From))
            yield return Problem.Invalid("until-before-from", "until", "The end must be later than the start.");
    }

    private static string NotLater(Declaration original) => original.Until is { } until
        ? $"The end must be later than the present one, {Rfc3339.Write(until)}."
        : "It has no end, so it cannot be extended.";
}
