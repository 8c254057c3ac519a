using Alerting.Local.Hosting;
using Alerting.Local.SignalR.Access;
using Alerting.Local.SignalR.DataPlane;
using Microsoft.AspNetCore.SignalR;

namespace Alerting.Local.SignalR;

/// <summary>Azure SignalR Service in serverless mode: clients on <c>/client</c>, the REST API on <c>/api</c>.</summary>
internal static class SignalRApp
{
    public static WebApplication Build(SignalROptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Serving.Prepare(builder, options.Port);
        // The service's limit for the body of a REST request.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1024 * 1024);
        builder.Services.AddCors();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(new ConnectionBook(time));
        builder.Services.AddSingleton<HubLifetimeManager<ClientHub>, BookingLifetimeManager>();
        var app = builder.Build();
        Assemble(app, options, time);
        return app;
    }

    private static void Assemble(WebApplication app, SignalROptions options, TimeProvider time)
    {
        app.UseHostFiltering();
        // Boards are served from elsewhere, as they are on Azure.
        app.UseCors(cors => cors.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials());
        var key = new AccessKey(options.AccessKey, time);
        var tokens = new TokenGate(options.Identities is { } identities ? [new AccessKeyCheck(key), new IdentityCheck(identities)] : [new AccessKeyCheck(key)]);
        app.UseWhen(
            c => c.Request.Path.StartsWithSegments("/client"),
            clients => clients.Use(NotWhileStopping(app.Lifetime)).Use(tokens.ClientAsync));
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), rest => rest.Use(tokens.RestAsync).Use(ApiVersions.CheckAsync));
        app.UseRouting();
        app.MapHub<ClientHub>("/client");
        new RestApi(app.Services.GetRequiredService<ConnectionBook>(), key).Map(app);
    }

    // A client that is sent away comes back at once; it must not be let in by the one who is leaving.
    private static Func<HttpContext, RequestDelegate, Task> NotWhileStopping(IHostApplicationLifetime lifetime) => (context, next) =>
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    };
}
