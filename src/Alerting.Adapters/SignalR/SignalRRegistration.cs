using Alerting.Adapters.Identity;
using Alerting.Boards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Alerting.Adapters.SignalR;

/// <summary>The way in.</summary>
public static class SignalRRegistration
{
    private const int Retries = 2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Adds live boards as section <c>SignalR</c> says.</summary>
    public static IServiceCollection AddSignalRBoards(this IServiceCollection services)
    {
        OptionsCheck<SignalROptions>.Add(services, SignalROptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOwnIdentity();
        services.AddHttpClient(SignalRBoards.ClientName)
            .AddResilienceHandler("push", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                Patience(pipeline, context.ServiceProvider.GetRequiredService<IOptions<SignalROptions>>().Value);
            });
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SignalROptions>>().Value;
            var clients = provider.GetRequiredService<IHttpClientFactory>();
            return new SignalRBoards(clients, options, provider.GetRequiredService<TimeProvider>(), provider.IdentityIf(options.Endpoint is not null));
        });
        services.AddSingleton<IBoards>(provider => provider.GetRequiredService<SignalRBoards>());
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<SignalRBoards>());
        return services;
    }

    // A push that is seconds late is worth little, so attempts are short and follow quickly.
    private static void Patience(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SignalROptions options) => pipeline
        .AddTimeout(options.Timeout)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            Delay = FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddTimeout(options.AttemptTimeout);
}
