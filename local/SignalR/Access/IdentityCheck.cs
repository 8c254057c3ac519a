using System.Security.Claims;
using Alerting.Local.Identity;

namespace Alerting.Local.SignalR.Access;

/// <summary>A token of an identity opens the REST API. Clients never come with one.</summary>
internal sealed class IdentityCheck(TrustedTokens tokens) : ITokenCheck
{
    public async Task<(ClaimsIdentity? Identity, string? Error)> CheckAsync(string token, HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/api"))
            return (null, "The audience is invalid");
        var (identity, _, error) = await tokens.CheckAsync(token, request.HttpContext.RequestAborted);
        return (identity, error);
    }
}
