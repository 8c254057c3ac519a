using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Outbox;
using Alerting.Texts;

namespace Alerting.Functions;

/// <summary>The taking of decisions.</summary>
internal static class DeclarationsRegistration
{
    /// <summary>Adds the desk at which declarations are proposed and decided, and the texts that tell of them.</summary>
    public static void AddDeclarations(this IServiceCollection services)
    {
        services.AddSingleton<OutboxPublisher>();
        services.AddSingleton<DeclarationDesk>();
        services.AddSingleton<ProposalDesk>();
        services.AddSingleton<DeclarationNotice>();
        services.AddSingleton<RefusalDesk>();
        services.AddSingleton(_ => new AlertTexts());
        services.AddSingleton<IAlertTexts>(provider => provider.GetRequiredService<AlertTexts>());
    }
}
