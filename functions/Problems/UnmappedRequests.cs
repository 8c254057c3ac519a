namespace Alerting.Functions;

/// <summary>Answers requests that no function is mapped for, before anybody asks who sent them.</summary>
internal static class UnmappedRequests
{
    /// <summary>Unknown address: 404. Known address, other method: 405, which routing says by an endpoint without a route.</summary>
    public static void UseUnmapped(this WebApplication app) => app.Use((context, next) => context.GetEndpoint() switch
    {
        RouteEndpoint => next(context),
        { RequestDelegate: { } answer } => answer(context),
        _ => NotFound(context),
    });

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
