using Alerting.Adapters;
using Alerting.Boards;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Paths;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>The proving of paths.</summary>
internal static class PathsRegistration
{
    /// <summary>Adds the prover, over everything that messages go by.</summary>
    public static void AddPaths(this IServiceCollection services)
    {
        services.AddCheckedOptions<PathSettings>(PathSettings.Section);
        services.AddSingleton<CanaryPace>();
        services.AddSingleton(provider => PathProver.Of(
            (provider.GetRequiredService<IBus>(), provider.GetRequiredService<IBoards>(), provider.GetRequiredService<IEmailProvider>()),
            (provider.GetServices<ISmsProvider>(), provider.GetServices<IVoiceProvider>(), provider.GetRequiredService<CanaryPace>()),
            (provider.GetRequiredService<IPathBook>(), provider.GetRequiredService<IOptions<PathSettings>>().Value.Options),
            provider.GetRequiredService<TimeProvider>()));
    }
}
