using Alerting.Delivery.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Twilio;

/// <summary>The way in.</summary>
public static class TwilioRegistration
{
    /// <summary>
    /// Adds text messages through the accounts of sections <c>Twilio</c> and, if it is there, <c>TwilioSecond</c>, calls through those of
    /// them that have a number to call from, and the check of their webhooks.
    /// </summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        OptionsCheck<PublicOptions>.Add(services, PublicOptions.Section);
        services.AddAccount<TwilioOptions>(TwilioOptions.Section, configuration);
        if (TwilioSecondOptions.IsIn(configuration))
            services.AddAccount<TwilioSecondOptions>(TwilioSecondOptions.Section, configuration);
        services.AddSingleton(provider => new VoiceTwiml(Public(provider)));
        services.AddSingleton(provider => new TwilioSignature([.. provider.GetServices<TwilioSlot>().Select(account => account.Options)], Public(provider)));
        return services;
    }

    private static void AddAccount<T>(this IServiceCollection services, string section, IConfiguration configuration)
        where T : TwilioOptions
    {
        OptionsCheck<T>.Add(services, section);
        services.AddKeyedSingleton(section, (provider, _) => new TwilioSlot(provider.GetRequiredService<IOptions<T>>().Value, Public(provider)));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<TwilioSlot>(section));
        services.AddSingleton<ISmsProvider>(provider => provider.GetRequiredKeyedService<TwilioSlot>(section).Sms);
        services.AddSingleton<IDependency>(provider => provider.GetRequiredKeyedService<TwilioSlot>(section).Sms);
        if (TwilioOptions.CanCall(configuration.GetSection(section)))
            services.AddSingleton<IVoiceProvider>(provider => provider.GetRequiredKeyedService<TwilioSlot>(section).Calls);
    }

    private static PublicOptions Public(IServiceProvider provider) => provider.GetRequiredService<IOptions<PublicOptions>>().Value;
}
