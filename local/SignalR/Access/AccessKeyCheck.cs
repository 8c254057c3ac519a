using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignalR.Access;

/// <summary>A token signed with the access key, made for exactly this address.</summary>
internal sealed class AccessKeyCheck(AccessKey key) : ITokenCheck
{
    public async Task<(ClaimsIdentity? Identity, string? Error)> CheckAsync(string token, HttpRequest request)
    {
        var result = await key.CheckAsync(token, audience => Audience.Fits(audience, request));
        return result.IsValid ? (result.ClaimsIdentity, null) : (null, Describe(result.Exception));
    }

    private static string Describe(Exception? failure) => failure switch
    {
        SecurityTokenInvalidAudienceException => "The audience is invalid",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException => "The token is expired",
        SecurityTokenNoExpirationException => "The token has no expiration",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "The signature is invalid",
        _ => "The token is invalid",
    };
}
