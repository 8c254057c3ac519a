using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Sends who may, but did not sign in strongly enough, back to the sign-in service.</summary>
/// <remarks>The claims challenge of https://learn.microsoft.com/entra/identity-platform/claims-challenge: clients ask for a token with these claims.</remarks>
internal sealed class StrongSignInChallenge(IOptions<SignInOptions> settings, IOptionsMonitor<JwtBearerOptions> jwt) : IAuthorizationMiddlewareResultHandler
{
    private static readonly AuthorizationMiddlewareResultHandler Usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        IsTooWeak(authorizeResult) ? ChallengeAsync(context) : Usual.HandleAsync(next, context, policy, authorizeResult);

    // Whoever lacks the role as well would sign in again for nothing.
    private static bool IsTooWeak(PolicyAuthorizationResult result) =>
        result is { Forbidden: true, AuthorizationFailure: { } failure } && failure.FailedRequirements.Any() && failure.FailedRequirements.All(one => one is StrongSignIn);

    private async Task ChallengeAsync(HttpContext context)
    {
        var claims = Convert.ToBase64String(Wanted(settings.Value.ApprovalContext));
        context.Response.Headers.WWWAuthenticate =
            $"Bearer realm=\"\", authorization_uri=\"{await AuthorizeAsync(context.RequestAborted)}\", error=\"insufficient_claims\", claims=\"{claims}\"";
        await ProblemAnswer.WriteAsync(
            context,
            StatusCodes.Status401Unauthorized,
            "sign-in-too-weak",
            "This step asks for a stronger sign-in. Ask the sign-in service for a new token with the claims of the WWW-Authenticate header, and send the request again with it.");
    }

    private async Task<string?> AuthorizeAsync(CancellationToken cancellationToken) =>
        (await jwt.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken)).AuthorizationEndpoint;

    private static byte[] Wanted(string authenticationContext) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        access_token = new { acrs = new { essential = true, value = authenticationContext } },
    });
}
