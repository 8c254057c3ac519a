using Alerting.Adapters.Identity;
using Alerting.Bus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.ServiceBus;

/// <summary>The way in.</summary>
public static class ServiceBusRegistration
{
    /// <summary>Adds the bus as section <c>ServiceBus</c> says. A value in the place of the section is the connection string: one setting serves the Functions host and this program.</summary>
    public static IServiceCollection AddServiceBus(this IServiceCollection services)
    {
        OptionsCheck<ServiceBusOptions>.Add(services, ServiceBusOptions.Section);
        services.AddOptions<ServiceBusOptions>().PostConfigure<IConfiguration>((options, configuration) =>
            options.ConnectionString ??= configuration[ServiceBusOptions.Section]);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOwnIdentity();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ServiceBusOptions>>().Value;
            return new AmqpBus(options, provider.GetRequiredService<TimeProvider>(), provider.IdentityIf(!string.IsNullOrEmpty(options.FullyQualifiedNamespace)));
        });
        services.AddSingleton<IBus>(provider => provider.GetRequiredService<AmqpBus>());
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<AmqpBus>());
        return services;
    }
}
