using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Timers;

namespace Alerting.Local.Functions.Http;

/// <summary>The two admin addresses that scripts and tests need: run a timer now, and how things stand. Without a key.</summary>
internal sealed class AdminDoors(FunctionApp app, HandlerHost handler, IReadOnlyList<TimerListener> timers, CancellationToken stop)
{
    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        return (context.Request.Method, path) switch
        {
            ("GET", ["admin", "host", "status"]) => context.Response.WriteAsJsonAsync(Status()),
            ("POST", ["admin", "functions", var name]) => StartAsync(context, name),
            _ => NotFound(context)
        };
    }

    private async Task StartAsync(HttpContext context, string name)
    {
        if (timers.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)) is { } timer)
        {
            // Answered before the run is over, as the host does.
            _ = timer.RunNowAsync(stop);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        else if (app.Functions.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = $"{name} has no timer; only timer functions can be started here" });
        }
        else
            await NotFound(context);
    }

    private object Status() => new
    {
        state = handler.State.ToString(),
        version = HostVersion.Number,
        handlerPid = handler.ProcessId,
        handlerPort = handler.Port,
        functions = app.Functions.Select(f => new { name = f.Name, trigger = f.Trigger.GetType().Name, disabled = f.Disabled })
    };

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
