namespace Alerting.Functions;

/// <summary>Routes of the functions that the host starts itself: messages and timers.</summary>
internal static class Triggers
{
    // A 2xx answer without a JSON object leaves the host waiting until it kills the program.
    private static readonly object Done = new();

    /// <summary>Maps a function at <c>POST /{name}</c>. When it returns, the host completes the message; when it throws, the host abandons it.</summary>
    /// <param name="functions">Where to.</param>
    /// <param name="name">Name of the function: its class, and its folder in the published app.</param>
    /// <param name="run">Takes a <see cref="ReceivedMessage"/> or <see cref="ReceivedMessages"/> where it wants it, and services.</param>
    public static void MapTrigger(this IEndpointRouteBuilder functions, string name, Delegate run) =>
        functions.MapPost($"/{name}", run)
            .WithName(name)
            .WithMetadata(new TriggerFunction(name))
            .AllowAnonymous()
            .ExcludeFromDescription()
            .AddEndpointFilter((invocation, next) => RunAsync(name, invocation, next));

    /// <summary>Answers the host's question whether the program is up.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder functions) =>
        functions.MapGet("/", () => TypedResults.Text("Alerting")).AllowAnonymous().ExcludeFromDescription();

    private static async ValueTask<object?> RunAsync(string name, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        using var activity = TraceContext.Continue(name, invocation.Arguments.OfType<ReceivedMessage>().FirstOrDefault()?.TraceParent);
        await next(invocation);
        return TypedResults.Json(Done);
    }
}
