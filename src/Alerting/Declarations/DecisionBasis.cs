using Alerting.Ledger;

namespace Alerting.Declarations;

/// <summary>What a decision is taken on. The commit holds it to this: if the head has moved on, it is taken again.</summary>
/// <param name="Now">The time of the decision.</param>
/// <param name="Head">The end of the ledger, read before the declarations.</param>
/// <param name="Approved">All approved declarations.</param>
public sealed record DecisionBasis(DateTimeOffset Now, LedgerHead Head, IReadOnlyList<Declaration> Approved);
