using Alerting.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Twilio;

/// <summary>The way in.</summary>
public static class TwilioRegistration
{
    /// <summary>Adds text messages through Twilio as sections <c>Twilio</c> and <c>Public</c> say, and the check of its webhooks.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        OptionsCheck<TwilioOptions>.Add(services, TwilioOptions.Section);
        OptionsCheck<PublicOptions>.Add(services, PublicOptions.Section);
        services.AddSingleton(provider => new TwilioSms(Twilio(provider), Public(provider)));
        services.AddSingleton<ISmsProvider>(provider => provider.GetRequiredService<TwilioSms>());
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<TwilioSms>());
        services.AddSingleton(provider => new TwilioSignature(Twilio(provider), Public(provider)));
        return services;
    }

    private static TwilioOptions Twilio(IServiceProvider provider) => provider.GetRequiredService<IOptions<TwilioOptions>>().Value;

    private static PublicOptions Public(IServiceProvider provider) => provider.GetRequiredService<IOptions<PublicOptions>>().Value;
}
