namespace Alerting.Functions;

/// <summary>What we write to standard output; the host takes each line into its log.</summary>
internal static class HostLogging
{
    /// <summary>One line per entry, and of the framework only what somebody should look at: the host logs every invocation itself.</summary>
    public static void LogForHost(this WebApplicationBuilder builder) => builder.Logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true);
}
