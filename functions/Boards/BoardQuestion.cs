namespace Alerting.Functions;

/// <summary>What a board says when it wants to connect.</summary>
/// <param name="LastSequence">The last sequence number it has seen; none for nothing yet.</param>
internal sealed record BoardQuestion(long? LastSequence);
