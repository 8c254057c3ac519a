using System.Net;
using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Http;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Timers;
using Yarp.ReverseProxy.Forwarder;

namespace Alerting.Local.Functions;

/// <summary>
/// The Functions host of the local stack: starts the app as a custom handler, and drives it by http, Service Bus and timers.
/// Disposing it kills the handler without a warning.
/// </summary>
internal sealed class FunctionsRunner : IAsyncDisposable
{
    private const long MaxRequestBytes = 100 * 1024 * 1024;

    private readonly CancellationTokenSource stop = new();
    private readonly WebApplication front;
    private readonly RawProxy proxy;
    private readonly List<TimerListener> timers;
    private readonly List<Task> listeners = [];

    private FunctionsRunner(FunctionApp app, Settings settings, RunnerParts parts)
    {
        front = BuildFront(parts);
        var logger = front.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Functions");
        Handler = new(app, settings, parts.Clock, logger);
        Invoker invoker = new(Handler, app.Host.FunctionTimeout, parts.Clock, logger);
        proxy = new(front.Services.GetRequiredService<IHttpForwarder>(), Handler, logger);
        timers = [.. Listeners.Timers(app, invoker, parts)];
        var calls = new EnvelopeCalls(invoker, parts.Clock, logger);
        var admin = new AdminDoors(app, Handler, timers, stop.Token);
        UseRoutes(app, settings, calls, admin);
        Start = async () =>
        {
            await front.StartAsync();
            Handler.Start();
            listeners.AddRange(timers.Select(timer => timer.RunAsync(stop.Token)));
            listeners.AddRange(Listeners.Queues(app, invoker, parts, logger).Select(listener => listener.RunAsync(stop.Token)));
        };
    }

    public HandlerHost Handler { get; }

    public int Port => new Uri(front.Urls.Single()).Port;

    private Func<Task> Start { get; }

    /// <summary>Returns when the front listens; the handler may still be starting, as with the real host.</summary>
    public static async Task<FunctionsRunner> StartAsync(FunctionApp app, Settings settings, RunnerParts parts)
    {
        var runner = new FunctionsRunner(app, settings, parts);
        try
        {
            await runner.Start();
            return runner;
        }
        catch
        {
            await runner.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Handler.DisposeAsync();
        await Task.WhenAll(listeners);
        await front.DisposeAsync();
        timers.ForEach(timer => timer.Dispose());
        proxy.Dispose();
        stop.Dispose();
    }

    private static WebApplication BuildFront(RunnerParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, parts.Port);
        });
        builder.Services.AddRouting().AddHttpForwarder();
        parts.Logging(builder.Logging);
        return builder.Build();
    }

    private void UseRoutes(FunctionApp app, Settings settings, EnvelopeCalls calls, AdminDoors admin)
    {
        front.Use((context, next) => context.Request.Path.StartsWithSegments("/admin", StringComparison.Ordinal)
            ? admin.AnswerAsync(context)
            : next(context));
        front.UseRouter(HttpRoutes.Create(app.Functions, app.Host.RoutePrefix,
            front.Services.GetRequiredService<IInlineConstraintResolver>(),
            async (function, context) =>
            {
                if (!app.Host.ProxyHttp || !function.IsHttpInAndOut)
                    await calls.CallAsync(function, context);
                else if (await Handler.WaitReadyAsync(context.RequestAborted))
                    await proxy.PassOnAsync(function.Name, context);
                else
                    context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }));
        front.Run(context => HomePage.AnswerAsync(context, settings));
    }
}
