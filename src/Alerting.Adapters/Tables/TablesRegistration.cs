using Alerting.Adapters.Identity;
using Alerting.Bus;
using Alerting.DeadLetters;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Providers;
using Alerting.Directory;
using Alerting.Outbox;
using Alerting.Paths;
using Alerting.Readiness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Tables;

/// <summary>The way in.</summary>
public static class TablesRegistration
{
    /// <summary>Adds the stores, kept in Table Storage as section <c>Tables</c> says. <see cref="AlertingTables.EnsureTablesAsync"/> is the app's to call.</summary>
    public static IServiceCollection AddAlertingTables(this IServiceCollection services)
    {
        OptionsCheck<TablesOptions>.Add(services, TablesOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOwnIdentity();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TablesOptions>>().Value;
            return new AlertingTables(options, provider.IdentityIf(options.Endpoint is not null));
        });
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<AlertingTables>());
        services.AddSingleton<TableDeclarationStore>();
        services.AddSingleton<IDeclarationStore>(provider => provider.GetRequiredService<TableDeclarationStore>());
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<TableDeclarationStore>());
        services.AddSingleton<IDirectory, TableDirectory>();
        services.AddSingleton<IDeliveryStore, TableDeliveryStore>();
        services.AddSingleton<IRefusals, TableRefusals>();
        services.AddSingleton<ILetterBook, TableLetterBook>();
        services.AddSingleton<IAddressWords, TableAddressWords>();
        services.AddSingleton<IShiftStore, TableShifts>();
        services.AddSingleton<IPathBook, TablePathBook>();
        return services;
    }
}
