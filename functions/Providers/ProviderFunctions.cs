namespace Alerting.Functions;

/// <summary>The companies that carry text messages.</summary>
internal static class ProviderFunctions
{
    public static void MapProviders(this WebApplication app) => app.MapGroup("/api").MapListProviders();
}
