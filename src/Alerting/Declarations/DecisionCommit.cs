using Alerting.Ledger;
using Alerting.Outbox;

namespace Alerting.Declarations;

/// <summary>Everything one decision writes, all or nothing.</summary>
/// <param name="Declaration">Its state after the decision.</param>
/// <param name="Entry">The ledger entry, linked to the head that was read.</param>
/// <param name="Message">What the topic is told.</param>
/// <param name="Reply">The answer to remember for the caller's idempotency key, if one was given.</param>
public sealed record DecisionCommit(Declaration Declaration, LedgerEntry Entry, OutboxMessage Message, IdempotentReply? Reply);
