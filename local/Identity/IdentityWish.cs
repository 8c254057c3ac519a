namespace Alerting.Local.Identity;

/// <summary>How the next tokens are to be. What is left out is as in a real one.</summary>
/// <param name="Audience">In place of the resource that was asked for.</param>
/// <param name="ExpiresInSeconds">Seconds of life left, below zero for a token that has expired.</param>
/// <param name="ObjectId">Somebody else's, who has no role anywhere.</param>
/// <param name="ForgedSignature">Signed by nobody we know.</param>
/// <param name="Refusal">No token at all, for this reason.</param>
internal sealed record IdentityWish(
    string? Audience = null, int? ExpiresInSeconds = null, string? ObjectId = null, bool ForgedSignature = false, string? Refusal = null);
