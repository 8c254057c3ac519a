namespace Alerting.Functions;

/// <summary>Declares beside a route which query parameters it knows.</summary>
internal static class QueryConventions
{
    /// <summary>The query parameters of the function, all optional.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder function, params string[] names) => function.WithMetadata(new QueryNames(names));
}
