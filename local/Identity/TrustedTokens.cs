using System.Security.Claims;
using System.Text.Json;
using Alerting.Local.SignIn;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.Identity;

/// <summary>Checks tokens of identities for one resource, as a service in Azure does: signature, issuer, audience, lifetime.</summary>
/// <param name="issuer">Where the stand-in issuer is; it publishes the keys.</param>
/// <param name="resource">What a token must be for, such as <c>https://servicebus.azure.net</c>.</param>
/// <param name="clock">Decides what has expired.</param>
internal sealed class TrustedTokens(Uri issuer, string resource, TimeProvider clock) : IDisposable
{
    public const string ServiceBus = "https://servicebus.azure.net";
    public const string SignalR = "https://signalr.azure.com";

    private readonly HttpClient client = new() { BaseAddress = issuer };
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Who presented the token and until when it is good; or why it is not.</summary>
    public async Task<(ClaimsIdentity? Identity, DateTimeOffset Until, string? Error)> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var result = await handler.ValidateTokenAsync(token, new()
        {
            ValidIssuer = AppIdentity.Issuer,
            AudienceValidator = (audiences, _, _) => audiences.Any(audience => audience.TrimEnd('/') == resource),
            IssuerSigningKeys = await KeysAsync(cancellationToken),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => from <= clock.GetUtcNow() && until > clock.GetUtcNow(),
        });
        return result.IsValid ? (result.ClaimsIdentity, new(result.SecurityToken.ValidTo), null) : (null, default, Describe(result.Exception));
    }

    public void Dispose() => client.Dispose();

    private async Task<IList<SecurityKey>> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = await client.GetFromJsonAsync<JsonElement>(Discovery.Keys, cancellationToken);
        return new JsonWebKeySet(keys.GetRawText()).GetSigningKeys();
    }

    private static string Describe(Exception? failure) => failure switch
    {
        SecurityTokenInvalidAudienceException => "InvalidAudience: The audience of the token is not this service.",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException => "ExpiredToken: The token is expired.",
        SecurityTokenInvalidIssuerException => "InvalidIssuer: The issuer of the token is not trusted.",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => "InvalidSignature: The token has an invalid signature.",
        _ => "MalformedToken: This is no token of an identity.",
    };
}
