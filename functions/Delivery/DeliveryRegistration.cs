using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Calls;
using Alerting.DeadLetters;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Receipts;
using Alerting.Delivery.Turns;
using Alerting.Readiness;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>The delivery engine, one for each channel.</summary>
internal static class DeliveryRegistration
{
    /// <summary>Adds planning, sending and the writing down of what came back.</summary>
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryRanges.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryRanges>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value);
        services.AddOptions<CallOptions>().BindConfiguration(CallRanges.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CallOptions>, CallRanges>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CallOptions>>().Value);
        services.AddSingleton<Confirmations>();
        services.AddSingleton<CallPlanner>();
        services.AddSingleton<CallAudit>();
        services.AddSingleton<CallAnswers>();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<BatchPace>();
        services.AddProviders();
        services.AddSingleton<DeclarationWatch>();
        services.AddSingleton<AlertPlanner>();
        services.AddHostedService<KeepDirectoryAtHand>();
        services.AddSingleton<AlertAuditor>();
        services.AddSingleton<ProgressWatch>();
        services.AddSingleton<ProgressStream>();
        services.AddSingleton<LetterDrain>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<AddressWatch>();
        services.AddSingleton<BatchBook>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<ReportSearch>();
        services.AddSingleton<ReplyBook>();
        services.AddSingleton(provider => new GatheredSends<Receipt>(provider.GetRequiredService<IBus>(), Entities.Receipts, ReceiptMessage.For));
        services.AddChannel<SmsChannel>(Channel.Sms);
        services.AddChannel<EmailChannel>(Channel.Email);
        services.AddChannel<VoiceChannel>(Channel.Voice);
    }

    private static void AddProviders(this IServiceCollection services)
    {
        services.AddOptions<ProviderOptions>().BindConfiguration(ProviderRanges.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderRanges>();
        services.AddSingleton(provider => new SmsProviders(
            provider.GetServices<ISmsProvider>(),
            provider.GetRequiredService<IShiftStore>(),
            provider.GetRequiredService<IOptions<ProviderOptions>>().Value,
            provider.GetRequiredService<DeliveryOptions>().SmsConcurrency,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new VoiceProviders(
            provider.GetServices<IVoiceProvider>(),
            provider.GetRequiredService<SmsProviders>(),
            provider.GetRequiredService<IOptions<ProviderOptions>>().Value,
            provider.GetRequiredService<CallOptions>().Concurrency,
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddChannel<T>(this IServiceCollection services, Channel channel)
        where T : class, IChannel
    {
        services.AddSingleton<T>();
        services.AddKeyedSingleton(channel, (provider, _) =>
            ActivatorUtilities.CreateInstance<BatchDelivery>(provider, provider.GetRequiredService<T>()));
        services.AddKeyedSingleton(channel, (provider, _) =>
            ActivatorUtilities.CreateInstance<Overtaking>(provider, provider.GetRequiredKeyedService<BatchDelivery>(channel), provider.GetRequiredService<T>()));
    }
}
