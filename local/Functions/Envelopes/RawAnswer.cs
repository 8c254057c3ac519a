namespace Alerting.Local.Functions.Envelopes;

/// <summary>What the handler answered, read to its end.</summary>
internal sealed record RawAnswer(int Status, string? ReasonPhrase, string? MediaType, string? Charset, byte[] Body);
