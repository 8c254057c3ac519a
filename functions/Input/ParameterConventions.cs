namespace Alerting.Functions;

/// <summary>Declares beside a route what it takes besides a body.</summary>
internal static class ParameterConventions
{
    /// <summary>The query parameters of the function, all optional.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder function, params string[] names) => function.WithMetadata(new QueryNames(names));

    /// <summary>The headers of the function, all optional.</summary>
    public static RouteHandlerBuilder TakesHeader(this RouteHandlerBuilder function, params string[] names) => function.WithMetadata(new HeaderNames(names));
}
