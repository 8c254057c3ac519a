namespace Alerting.Outbox;

/// <summary>A message that a decision promises to send; it is kept until the bus has taken it.</summary>
/// <param name="MessageId">Deterministic, so that the broker drops a repeat: declaration id and state, <c>20190318-7K3Q9F.approved</c>.</param>
/// <param name="Entity">Queue or topic it goes to.</param>
/// <param name="Subject">What subscriptions filter on: the state in lower case.</param>
/// <param name="Body">A CloudEvent 1.0 in structured JSON form.</param>
/// <param name="CreatedAt">When it was promised.</param>
/// <param name="TraceParent">W3C trace context of the request that caused it, null when there was none.</param>
public sealed record OutboxMessage(string MessageId, string Entity, string Subject, string Body, DateTimeOffset CreatedAt, string? TraceParent);
