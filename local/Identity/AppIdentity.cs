using Alerting.Local.SignIn;

namespace Alerting.Local.Identity;

/// <summary>The identity that the function app has in Azure, and where it gets its tokens.</summary>
internal static class AppIdentity
{
    public const string ClientId = "00000000-0000-4000-8000-0000000000c1";
    public const string ObjectId = "00000000-0000-4000-8000-0000000000c2";

    /// <summary>What proves that a request comes from the app itself; on this machine it guards nothing.</summary>
    public const string Header = "local-identity-header";

    /// <summary>Where App Service and Functions answer requests for tokens.</summary>
    public const string Path = "/msi/token";

    /// <summary>The issuer of such tokens; Azurite knows no other.</summary>
    public const string Issuer = $"https://sts.windows.net/{Registration.Tenant}/";

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(24);
}
