using System.Globalization;
using Alerting.Local.SignIn;

namespace Alerting.Local.Identity;

/// <summary>
/// Gives the app tokens of its managed identity, as App Service and Functions do
/// (https://learn.microsoft.com/azure/app-service/overview-managed-identity, REST endpoint reference).
/// </summary>
internal sealed class IdentityEndpoint(TokenIssuer issuer, TimeProvider clock)
{
    private volatile IdentityWish wish = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AppIdentity.Path, Answer);

        // A door for tests; the real one has none.
        routes.MapPost("/_identity", (IdentityWish wished) =>
        {
            wish = wished;
            return Results.NoContent();
        });
    }

    private IResult Answer(HttpRequest request)
    {
        var wished = wish;
        string? resource = request.Query["resource"], client = request.Query["client_id"];
        if (request.Headers["X-IDENTITY-HEADER"] != AppIdentity.Header)
            return Refuse(401, "The header X-IDENTITY-HEADER is missing or wrong.");
        if (string.IsNullOrEmpty(resource))
            return Refuse(400, "The query parameter resource is missing.");
        if (client is not null && client != AppIdentity.ClientId)
            return Refuse(400, "No such user-assigned identity is assigned to the app.");
        if (wished.Refusal is { } reason)
            return Refuse(400, reason);
        var expires = clock.GetUtcNow().AddSeconds(wished.ExpiresInSeconds ?? AppIdentity.TokenLifetime.TotalSeconds);
        return Results.Json(new IdentityAnswer(
            issuer.ForIdentity(resource, wished), expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), resource, "Bearer", AppIdentity.ClientId));
    }

    private static IResult Refuse(int status, string why) => Results.Json(new { statusCode = status, message = why }, statusCode: status);
}
