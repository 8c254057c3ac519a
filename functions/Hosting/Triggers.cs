using System.Diagnostics;

namespace Alerting.Functions;

/// <summary>Routes of the functions that the host starts itself, at <c>POST /{name}</c>. When one returns, the host completes the message; when it throws or refuses, the host abandons it.</summary>
internal static class Triggers
{
    // A 2xx answer without a JSON object leaves the host waiting until it kills the program.
    private static readonly object Done = new();

    /// <summary>Maps a function that a message starts.</summary>
    /// <param name="functions">Where to.</param>
    /// <param name="name">Name of the function: its class, and its folder in the published app.</param>
    /// <param name="entity">Queue, or <c>topic/Subscriptions/name</c>, that it reads.</param>
    /// <param name="run">Takes a <see cref="ReceivedMessage"/> or <see cref="ReceivedMessages"/> and services; may return <see cref="Refused"/>.</param>
    public static void MapMessageTrigger(this IEndpointRouteBuilder functions, string name, string entity, Delegate run) =>
        functions.Map(new TriggerFunction(name, entity), run);

    /// <summary>Maps a function that a timer starts.</summary>
    public static void MapTimerTrigger(this IEndpointRouteBuilder functions, string name, Delegate run) =>
        functions.Map(new TriggerFunction(name, Entity: null), run);

    /// <summary>Answers the host's question whether the program is up. The host sends nothing else before it has the answer.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder functions) =>
        functions.MapGet("/", AnswerWhenReadyAsync).WithMetadata(new ReadinessProbe()).AllowAnonymous().ExcludeFromDescription();

    private static async Task AnswerWhenReadyAsync(HttpContext context)
    {
        foreach (var preparing in context.RequestServices.GetServices<IHostedService>().OfType<PrepareTables>())
            await preparing.Tried.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("Alerting", context.RequestAborted);
    }

    private static void Map(this IEndpointRouteBuilder functions, TriggerFunction function, Delegate run) =>
        functions.MapPost($"/{function.Name}", new TriggerHandler(run, (invocation, next) => RunAsync(function, invocation, next), functions.ServiceProvider).RunAsync)
            .WithName(function.Name)
            .WithMetadata(function, run.Method)
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static async ValueTask<object?> RunAsync(TriggerFunction function, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var messages = Messages(invocation);
        using var activity = TraceContext.Continue(function, messages);
        try
        {
            if (await next(invocation) is not Refused refused)
                return TypedResults.Json(Done);
            activity?.SetStatus(ActivityStatusCode.Error, "refused");
            var desk = invocation.HttpContext.RequestServices.GetRequiredService<RefusalDesk>();
            await desk.KeepAsync(function, messages[0], refused, invocation.HttpContext.RequestAborted);
            return ProblemAnswer.Abandon(refused.Problems);
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
    }

    private static IReadOnlyList<ReceivedMessage> Messages(EndpointFilterInvocationContext invocation) =>
        invocation.Arguments.OfType<ReceivedMessage>().FirstOrDefault() is { } message
            ? [message]
            : invocation.Arguments.OfType<ReceivedMessages>().FirstOrDefault()?.All ?? [];
}
