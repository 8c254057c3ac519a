using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Adapters.Tests;

internal static class Settings
{
    /// <summary>Services that find these settings, as an app would.</summary>
    public static IServiceCollection Services(params (string Key, string Value)[] settings) =>
        new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
