namespace Alerting.Local.SignIn;

/// <summary>What would be registered with the directory: the tenant, the API, and who may ask for its tokens.</summary>
internal static class Registration
{
    public const string Tenant = "00000000-0000-4000-8000-00000000a1e7";

    /// <summary>A v2.0 access token names the API by its client id.</summary>
    public const string Audience = "00000000-0000-4000-8000-0000000000a9";

    /// <summary>The authentication context that everybody's sign-in here has met.</summary>
    public const string ApprovalContext = "c1";

    public const string Scope = "access_as_user";

    /// <summary>Web pages: no secret, so PKCE.</summary>
    public const string PublicClient = "alerting-console";

    /// <summary>Scripts without a person. They can't propose or approve: that takes two people.</summary>
    public const string ScriptClient = "alerting-scripts";
    public const string ScriptSecret = "local-only";
    public static readonly string[] ScriptRoles = ["DirectoryAdmin", "Auditor"];
    public static readonly Guid ScriptObjectId = new("00000000-0000-4000-8000-000000000005");

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Pages of this machine only: the issuer gives its tokens to nobody else.</summary>
    public static bool AllowsRedirectTo(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" && target.IsLoopback;
}
