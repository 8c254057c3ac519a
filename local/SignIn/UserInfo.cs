using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignIn;

/// <summary>Says who a token of ours speaks for.</summary>
internal sealed class UserInfo(TokenIssuer issuer, SigningKeys keys, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new();

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : "";
        var checkedToken = await handler.ValidateTokenAsync(token, Rules());
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken read || Find(read) is not { } person)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.StatusCode(401);
        }
        return Results.Json(new { sub = read.Subject, name = person.Name, preferred_username = person.UserName });
    }

    private static Person? Find(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("oid", out var id) ? People.All.FirstOrDefault(person => person.ObjectId.ToString() == id) : null;

    private TokenValidationParameters Rules() => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = Registration.Audience,
        IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
        LifetimeValidator = (from, until, _, _) => from <= clock.GetUtcNow() && until > clock.GetUtcNow(),
    };
}
