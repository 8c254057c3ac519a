namespace Alerting.Local.SignIn;

/// <summary>Where everything is, relative to the issuer's address; the paths are Entra ID's.</summary>
internal static class Discovery
{
    private const string Base = "/" + Registration.Tenant;
    public const string Document = Base + "/v2.0/.well-known/openid-configuration";
    public const string Authorize = Base + "/oauth2/v2.0/authorize";
    public const string Token = Base + "/oauth2/v2.0/token";
    public const string EndSession = Base + "/oauth2/v2.0/logout";
    public const string Keys = Base + "/discovery/v2.0/keys";
    public const string UserInfo = "/oidc/userinfo";

    public static object Describe(Uri address, string issuer) => new Dictionary<string, object>
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = At(address, Authorize),
        ["token_endpoint"] = At(address, Token),
        ["end_session_endpoint"] = At(address, EndSession),
        ["userinfo_endpoint"] = At(address, UserInfo),
        ["jwks_uri"] = At(address, Keys),
        ["response_types_supported"] = new[] { "code" },
        ["response_modes_supported"] = new[] { "query" },
        ["grant_types_supported"] = new[] { "authorization_code", "client_credentials" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["subject_types_supported"] = new[] { "pairwise" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post", "client_secret_basic", "none" },
        ["scopes_supported"] = new[] { "openid", "profile", Registration.Scope },
    };

    private static string At(Uri address, string path) => new Uri(address, path).AbsoluteUri;
}
