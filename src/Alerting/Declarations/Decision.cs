namespace Alerting.Declarations;

/// <summary>What the second person decided, or the first on second thoughts.</summary>
/// <param name="By">Object id of the person, as in the token; no name.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; always given for a rejection or withdrawal, null for an approval.</param>
public sealed record Decision(string By, DateTimeOffset At, string? Reason);
