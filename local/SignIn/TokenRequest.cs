namespace Alerting.Local.SignIn;

/// <summary>A token as a test wants it. What is left out is as in a real one.</summary>
internal sealed record TokenRequest(
    string? Person,
    string? Audience = null,
    string? Issuer = null,
    int? ExpiresInSeconds = null,
    int? NotBeforeInSeconds = null,
    string[]? Roles = null,
    string[]? AuthenticationMethods = null,
    string[]? AuthenticationContexts = null,
    bool ForgedSignature = false);
