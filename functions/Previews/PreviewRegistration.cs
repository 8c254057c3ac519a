using Alerting.Adapters;

namespace Alerting.Functions;

/// <summary>What approving would do.</summary>
internal static class PreviewRegistration
{
    /// <summary>Adds the forecast's settings and the desk that reads for it.</summary>
    public static void AddPreviews(this IServiceCollection services)
    {
        services.AddCheckedOptions<ForecastOptions>(ForecastOptions.Section);
        services.AddSingleton<ForecastTerms>();
        services.AddSingleton<PreviewDesk>();
    }
}
