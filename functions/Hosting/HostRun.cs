namespace Alerting.Functions;

/// <summary>The life of the program under the Functions host.</summary>
internal static class HostRun
{
    /// <summary>Runs until stopped and gives the exit code. The host never restarts a handler that exited with 0, so anything that went wrong is not 0.</summary>
    public static async Task<int> RunForHostAsync(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Alerting.Functions.Hosting");
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        try
        {
            await app.RunAsync();
        }
        catch (Exception exception) when (InvalidSettings.In(exception) is { } message)
        {
            log.SettingsRefused(message);
            return 1;
        }
        return background.Exists(service => service.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }
}
