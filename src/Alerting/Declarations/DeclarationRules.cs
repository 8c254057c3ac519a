namespace Alerting.Declarations;

/// <summary>What may become of a declaration. Pure: who asks, when, and what else there is are given.</summary>
public static class DeclarationRules
{
    /// <summary>How long a proposal can be approved: 24 hours.</summary>
    public static readonly TimeSpan ProposalLife = TimeSpan.FromHours(24);

    /// <summary>The declaration that a proposal makes; it waits for a second person.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="proposal">Checked by <see cref="ProposalRules"/>; one that follows a declaration has been held to it, by <see cref="Follow"/>.</param>
    /// <param name="proposer">Who proposes.</param>
    /// <param name="basis">The time, and where the ledger stands.</param>
    public static Declaration Propose(DeclarationId id, Proposal proposal, Actor proposer, DecisionBasis basis) => new()
    {
        Id = id,
        Kind = proposal.Kind,
        Original = proposal.Original,
        Scope = proposal.Scope,
        Level = proposal.Level ?? throw new ArgumentException("The level is given, or taken from the declaration that is followed.", nameof(proposal)),
        From = proposal.From,
        Until = proposal.Until,
        Reason = proposal.Reason,
        Dtn = proposal.Dtn,
        Status = proposal.Status,
        State = DeclarationState.Proposed,
        ProposedBy = proposer.Id,
        ProposedAt = basis.Now,
        ProposedAfter = basis.Head.DeclarationSequence,
        Source = proposer.Source,
    };

    /// <summary>Holds a proposal to the declaration that it names, and takes over what it leaves out.</summary>
    /// <param name="proposal">Of any kind but one that sets a level.</param>
    /// <param name="original">The declaration that it names; null when there is none of that name.</param>
    /// <param name="basis">The time, and what else was approved.</param>
    public static Result<Proposal> Follow(Proposal proposal, Declaration? original, DecisionBasis basis) =>
        FollowUpRules.Check(proposal, original, basis) is { Count: > 0 } problems
            ? problems.ToArray()
            : proposal with { Level = proposal.Level ?? original!.Level, Original = OriginalStatement.Of(original!) };

    /// <summary>Approves, if a second person does it in time.</summary>
    /// <param name="declaration">As it stands.</param>
    /// <param name="approver">Must not be the proposer.</param>
    /// <param name="basis">The time, and what else was approved.</param>
    /// <param name="code">A free code: see <see cref="DeclarationCode"/>.</param>
    public static Result<Declaration> Approve(Declaration declaration, Actor approver, DecisionBasis basis, string code)
    {
        if (approver.Id == declaration.ProposedBy)
            return DeclarationProblems.SamePerson;
        if (declaration.State != DeclarationState.Proposed)
            return DeclarationProblems.Decided(declaration);
        if (Staleness(declaration, basis) is { } why)
            return DeclarationProblems.Stale(why);
        return declaration with
        {
            State = DeclarationState.Approved,
            Decision = new(approver.Id, basis.Now, null),
            EffectiveFrom = Start(declaration, basis.Now),
            Sequence = basis.Head.DeclarationSequence + 1,
            Code = code,
        };
    }

    /// <summary>The second person says no.</summary>
    /// <param name="declaration">As it stands.</param>
    /// <param name="decision">By whom, when and why; not by the proposer, who withdraws instead.</param>
    public static Result<Declaration> Reject(Declaration declaration, Decision decision) =>
        decision.By == declaration.ProposedBy
            ? DeclarationProblems.OwnProposal
            : Close(declaration, DeclarationState.Rejected, decision);

    /// <summary>The proposer, or another one, takes it back before it is approved.</summary>
    /// <param name="declaration">As it stands.</param>
    /// <param name="decision">By whom, when and why.</param>
    public static Result<Declaration> Withdraw(Declaration declaration, Decision decision) =>
        Close(declaration, DeclarationState.Withdrawn, decision);

    /// <summary>A declaration as it was when it was proposed, whatever has become of it since.</summary>
    public static Declaration AsProposed(Declaration declaration) => declaration with
    {
        State = DeclarationState.Proposed,
        Decision = null,
        EffectiveFrom = null,
        Sequence = null,
        Code = null,
    };

    private static Result<Declaration> Close(Declaration declaration, DeclarationState state, Decision decision)
    {
        if (TextRules.Check("reason", decision.Reason, TextRules.MaxReason) is { } problem)
            return problem;
        if (declaration.State != DeclarationState.Proposed)
            return DeclarationProblems.Decided(declaration);
        return declaration with { State = state, Decision = decision with { Reason = decision.Reason!.Trim() } };
    }

    // What follows a declaration does not hold before that does; a correction holds instead of it, but not before anybody decided anything.
    private static DateTimeOffset Start(Declaration declaration, DateTimeOffset now) => (declaration.Kind, declaration.Original) switch
    {
        (DeclarationKind.Correct, { } original) => Later(declaration.From ?? original.From, Earlier(original.From, original.ApprovedAt)),
        (DeclarationKind.Withdraw, _) => now,
        (_, var original) => Later(Later(declaration.From ?? now, now), original?.From ?? now),
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string? Staleness(Declaration declaration, DecisionBasis basis)
    {
        if (declaration.Until <= basis.Now)
            return "Its end has passed.";
        if (basis.Now - declaration.ProposedAt > ProposalLife)
            return "It was proposed more than 24 hours ago.";
        // Read a moment later than the declaration itself, the list may hold it as approved: that is for the commit to find out.
        var overtaking = basis.Approved.FirstOrDefault(other =>
            other.Id != declaration.Id && other.Sequence > declaration.ProposedAfter && other.Scope == declaration.Scope && other.Status == declaration.Status);
        if (overtaking is not null)
            return $"Declaration {overtaking.Id} for the same scope was approved after this one was proposed.";
        return basis.Approved.FirstOrDefault(other => other.Id == declaration.Original?.Id) is { } original ? FollowUpRules.WhyOver(original, basis) : null;
    }
}
