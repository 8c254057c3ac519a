using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Adapters;

/// <summary>The way in for options of others.</summary>
public static class OptionsRegistration
{
    /// <summary>Binds a section and refuses the start of the app while anything is wrong with it; every wrong key is named.</summary>
    public static void AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class, ICheckedOptions => OptionsCheck<T>.Add(services, section);
}
