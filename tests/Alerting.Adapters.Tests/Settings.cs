using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Adapters.Tests;

internal static class Settings
{
    /// <summary>Services that find these settings, as an app would.</summary>
    public static IServiceCollection Services(params (string Key, string Value)[] settings) =>
        new ServiceCollection().AddLogging().AddSingleton(Of(settings));

    /// <summary>The settings themselves.</summary>
    public static IConfiguration Of(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
