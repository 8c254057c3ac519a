namespace Alerting.Ledger;

/// <summary>One decision in the append-only record. Content holds no personal data: people are object ids.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="PreviousHash">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Actor">Object id of who decided.</param>
/// <param name="Act">What was done, such as <c>declaration.approved</c>.</param>
/// <param name="Content">The thing decided, as JSON text; hashed exactly as written here.</param>
/// <param name="Hash">SHA-256 over the other fields, 64 lower-case hex digits: see <see cref="LedgerChain"/>.</param>
public sealed record LedgerEntry(long Sequence, string PreviousHash, DateTimeOffset At, string Actor, string Act, string Content, string Hash);
