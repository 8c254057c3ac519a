namespace Alerting.Declarations;

/// <summary>Which request an idempotency key stood for, so that a repeat gets the same answer and another request under the key is refused.</summary>
/// <param name="Key">Caller and key, hashed: 64 hex digits.</param>
/// <param name="RequestHash">SHA-256 of the request body, 64 hex digits.</param>
/// <param name="DeclarationId">The declaration the first request made.</param>
/// <param name="At">When; replies are forgotten after 24 hours.</param>
public sealed record IdempotentReply(string Key, string RequestHash, DeclarationId DeclarationId, DateTimeOffset At);
