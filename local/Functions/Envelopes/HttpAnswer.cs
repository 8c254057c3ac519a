namespace Alerting.Local.Functions.Envelopes;

/// <summary>What the caller of an http function gets. A header without a value breaks the writing, as in the host.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyList<KeyValuePair<string, string?>> Headers, byte[] Body);
