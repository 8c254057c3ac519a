using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Alerting.Local.Hosting;

/// <summary>Runs one part of the stack that speaks HTTP, until it is told to stop.</summary>
internal static class Serving
{
    /// <summary>This machine only, and quiet: a failed start is told by <see cref="RunAsync"/>, in one line.</summary>
    public static void Prepare(WebApplicationBuilder builder, int port)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // Requests that hang on purpose and clients that come back while we leave must not hold us up.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        // A page of the outside world must not reach us through a name that it lets point here: the app calls UseHostFiltering.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    /// <summary>
    /// Prints <c>role: listening on 127.0.0.1:PORT</c> when ready. A taken port ends in one line that names
    /// the port and the role, and in exit code 1.
    /// </summary>
    public static async Task<int> RunAsync(WebApplication app, string role, int port, CancellationToken ct)
    {
        await using var _ = app;
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException refused) when (refused.InnerException is AddressInUseException or SocketException)
        {
            return Refuse(role, $"port {port} is taken; stop what holds it or choose another with --port");
        }

        Console.WriteLine($"{role}: listening on 127.0.0.1:{PortOf(app)}");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>The port that the started app really has; of use when 0 was asked for.</summary>
    public static int PortOf(WebApplication app) => new Uri(app.Urls.First()).Port;

    public static int Refuse(string role, string why)
    {
        Console.Error.WriteLine($"{role}: {why}");
        return 1;
    }
}
