using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignIn;

/// <summary>What a page asks for when it sends somebody here to sign in (RFC 6749 §4.1.1, RFC 7636 §4.3).</summary>
internal sealed record AuthorizationRequest(
    string? ResponseType, string? Client, string? RedirectUri, string? Scope, string? State, string? Nonce, string? Challenge, string? ChallengeMethod)
{
    public static AuthorizationRequest From(Func<string, string?> read) => new(
        read("response_type"), read("client_id"), read("redirect_uri"), read("scope"), read("state"), read("nonce"),
        read("code_challenge"), read("code_challenge_method"));

    /// <summary>A reason to send nobody anywhere: the redirect itself can't be trusted.</summary>
    public string? UntrustedBecause() =>
        Client != Registration.PublicClient ? $"client_id must be {Registration.PublicClient}." :
        !Registration.AllowsRedirectTo(RedirectUri) ? "redirect_uri must be an address of this machine." : null;

    /// <summary>An error that the page itself is told about.</summary>
    public (string Code, string Text)? Refusal() =>
        ResponseType != "code" ? ("unsupported_response_type", "response_type must be code.") :
        string.IsNullOrEmpty(Challenge) || ChallengeMethod != "S256" ? ("invalid_request", "PKCE with S256 is required.") : null;

    public bool IsProvenBy(string? verifier) =>
        verifier is { Length: >= 43 and <= 128 } &&
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == Challenge;

    public IEnumerable<KeyValuePair<string, string>> Fields() =>
        from field in new (string Name, string? Value)[]
        {
            ("response_type", ResponseType), ("client_id", Client), ("redirect_uri", RedirectUri), ("scope", Scope), ("state", State),
            ("nonce", Nonce), ("code_challenge", Challenge), ("code_challenge_method", ChallengeMethod),
        }
        where field.Value is not null
        select KeyValuePair.Create(field.Name, field.Value);
}
