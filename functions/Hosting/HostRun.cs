using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>The life of the program under the Functions host.</summary>
internal static class HostRun
{
    /// <summary>Runs until stopped and gives the exit code. The host never restarts a handler that exited with 0, so anything that went wrong is not 0.</summary>
    public static async Task<int> RunForHostAsync(this WebApplication app)
    {
        if (!await app.HasGoodSettingsAsync())
            return 1;
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.RunAsync();
        return background.Exists(service => service.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }

    // Before anything is made from them, so that all that is wrong is said at once.
    private static async Task<bool> HasGoodSettingsAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            return true;
        }
        catch (Exception exception) when (InvalidSettings.In(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return false;
        }
    }
}
