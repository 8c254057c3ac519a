using System.Text;

namespace Alerting.Local.SignIn;

/// <summary>Turns a code, or a script's secret, into tokens (RFC 6749 §4.1.3 and §4.4.2).</summary>
internal sealed class TokenEndpoint(TokenIssuer issuer, AuthorizationCodes codes)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
            return new OAuthError("invalid_request", "The body must be a form.").As(400);
        var form = await request.ReadFormAsync(cancellation);
        return form["grant_type"].ToString() switch
        {
            "authorization_code" => ForCode(form),
            "client_credentials" => ForScript(form, request.Headers.Authorization),
            var other => new OAuthError("unsupported_grant_type", $"grant_type '{other}' is not offered here.").As(400),
        };
    }

    private IResult ForCode(IFormCollection form)
    {
        if (codes.Take(form["code"]) is not var (asked, person))
            return new OAuthError("invalid_grant", "The code is unknown, used or too old.").As(400);
        if (form["client_id"] != asked.Client || form["redirect_uri"] != asked.RedirectUri)
            return new OAuthError("invalid_grant", "The code was given to another client_id or redirect_uri.").As(400);
        if (!asked.IsProvenBy(form["code_verifier"]))
            return new OAuthError("invalid_grant", "The code_verifier does not fit the code_challenge.").As(400);
        var identity = $" {asked.Scope} ".Contains(" openid ") ? issuer.Identity(person, asked.Client!, asked.Nonce) : null;
        return Answer(issuer.Access(person, asked.Client!), identity, asked.Scope);
    }

    private IResult ForScript(IFormCollection form, string? authorization)
    {
        var (client, secret) = Basic(authorization) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        return client == Registration.ScriptClient && secret == Registration.ScriptSecret
            ? Answer(issuer.ForScript(), null, null)
            : new OAuthError("invalid_client", "client_id or client_secret is wrong.").As(401);
    }

    private static IResult Answer(string access, string? identity, string? scope) =>
        Results.Json(new TokenAnswer(access, (int)Registration.TokenLifetime.TotalSeconds, identity, scope));

    private static (string Client, string Secret)? Basic(string? authorization)
    {
        const string Scheme = "Basic ";
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        var buffer = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..], buffer, out var length))
            return null;
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var client, var secret]
            ? (Uri.UnescapeDataString(client), Uri.UnescapeDataString(secret))
            : null;
    }
}
