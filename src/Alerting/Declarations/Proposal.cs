using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Declarations;

/// <summary>A well-formed wish for a declaration: every rule that needs nothing but the input has been checked by <c>ProposalRules</c>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Scope">A known scope.</param>
/// <param name="Level">The level; null for that of the declaration it follows.</param>
/// <param name="From">Asked start, null for at approval.</param>
/// <param name="Until">End, null for none.</param>
/// <param name="Reason">Not empty in either language.</param>
/// <param name="Dtn">Edition, if any.</param>
/// <param name="Status">Actual, exercise or test.</param>
/// <param name="Of">The declaration it follows; null exactly for one that sets a level.</param>
public sealed record Proposal(
    DeclarationKind Kind,
    Scope Scope,
    Level? Level,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    BilingualText Reason,
    Dtn? Dtn,
    DeclarationStatus Status,
    DeclarationId? Of = null)
{
    /// <summary>What the declaration that it follows says; null until that has been looked up.</summary>
    public OriginalStatement? Original { get; init; }
}
