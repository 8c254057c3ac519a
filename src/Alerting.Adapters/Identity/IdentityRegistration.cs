using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerting.Adapters.Identity;

/// <summary>The app's own identity: one for all systems that take it, so that each token is fetched once.</summary>
internal static class IdentityRegistration
{
    /// <summary>Adds the identity that the surroundings give the app: in Azure the managed one of <c>AZURE_CLIENT_ID</c>. It is made when somebody first wants it.</summary>
    public static void AddOwnIdentity(this IServiceCollection services) =>
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());

    /// <summary>The identity where a system is reached by it; null where a key is used, and none is needed.</summary>
    public static TokenCredential? IdentityIf(this IServiceProvider provider, bool isWanted) =>
        isWanted ? provider.GetRequiredService<TokenCredential>() : null;
}
