using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;
using Microsoft.AspNetCore.Connections;

namespace Alerting.Local.Functions;

/// <summary>The verb <c>functions</c>: 0 when it was stopped, 1 when it could not start or had to give up.</summary>
internal static class FunctionsCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        UseInstanceZone();
        if (FunctionsOptions.Parse(args, out var problem) is not { } options)
            return await FailAsync(problem);
        Settings settings;
        try
        {
            settings = Settings.FromEnvironment(options.EnvironmentFile);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return await FailAsync(error.Message);
        }
        if (FunctionApp.Load(options.Root, settings, out var errors) is not { } app)
            return await FailAsync($"the app in {options.Root} cannot be run:{string.Concat(errors.Select(e => $"\n  {e}"))}");
        try
        {
            var parts = new RunnerParts(options.Port, TimeProvider.System, AddConsole, options.StateFolder);
            await using var runner = await FunctionsRunner.StartAsync(app, settings, parts);
            return await LiveAsync(runner, stop);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return await FailAsync($"port {options.Port} of the Functions runner is taken");
        }
    }

    private static async Task<int> LiveAsync(FunctionsRunner runner, CancellationToken stop)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        var ready = runner.Handler.WaitReadyAsync(stop);
        if (await Task.WhenAny(ready, runner.Handler.GaveUp, stopped) == ready && runner.Handler.State == HandlerState.Running)
            Console.WriteLine($"functions: listening on 127.0.0.1:{runner.Port}");
        return await Task.WhenAny(runner.Handler.GaveUp, stopped) == stopped
            ? 0
            : await FailAsync(await runner.Handler.GaveUp);
    }

    /// <summary>The host prints some times in the zone of its instance, which in Azure is UTC.</summary>
    private static void UseInstanceZone()
    {
        if (Environment.GetEnvironmentVariable("TZ") is not null)
            return;
        Environment.SetEnvironmentVariable("TZ", "UTC");
        TimeZoneInfo.ClearCachedData();
    }

    private static void AddConsole(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddFilter("Microsoft", LogLevel.Warning)
        // A taken port is told in one line, below.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddFilter("Yarp", LogLevel.Error);

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync("functions: " + problem);
        return 1;
    }
}
