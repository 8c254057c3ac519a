using Alerting.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Heartbeat;

/// <summary>The way in.</summary>
public static class HeartbeatRegistration
{
    /// <summary>Adds whoever section <c>Audit</c> names.</summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services)
    {
        OptionsCheck<AuditOptions>.Add(services, AuditOptions.Section);
        services.AddSingleton<IHeartbeat>(provider => new HttpHeartbeat(provider.GetRequiredService<IOptions<AuditOptions>>().Value));
        return services;
    }
}
