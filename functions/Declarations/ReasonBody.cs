namespace Alerting.Functions;

/// <summary>Why a proposal is turned down or taken back.</summary>
/// <param name="Reason">For the record and the proposer, in either language.</param>
internal sealed record ReasonBody(string? Reason);
