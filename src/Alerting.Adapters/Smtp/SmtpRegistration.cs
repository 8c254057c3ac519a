using Alerting.Delivery.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Smtp;

/// <summary>The way in.</summary>
public static class SmtpRegistration
{
    /// <summary>Adds mail as section <c>Smtp</c> says.</summary>
    public static IServiceCollection AddSmtp(this IServiceCollection services)
    {
        OptionsCheck<SmtpOptions>.Add(services, SmtpOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SmtpEmail(
            provider.GetRequiredService<IOptions<SmtpOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEmailProvider>(provider => provider.GetRequiredService<SmtpEmail>());
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<SmtpEmail>());
        return services;
    }
}
