namespace Alerting.Local;

/// <summary>What the web parts have in common: this machine only, and quiet.</summary>
internal static class LocalWeb
{
    public static WebApplicationBuilder Builder(Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        // A page of the outside world must not reach us through a name that it lets point here: the app calls UseHostFiltering.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder;
    }

    /// <summary>Serves until the token is cancelled.</summary>
    public static async Task ServeAsync(this WebApplication app, CancellationToken cancellation)
    {
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }
}
