using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests;

/// <summary>What the running app maps.</summary>
internal static class Endpoints
{
    /// <summary>Every route.</summary>
    public static IReadOnlyList<RouteEndpoint> Routes(this AlertingApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>The routes of the HTTP functions.</summary>
    public static IReadOnlyList<RouteEndpoint> HttpFunctions(this AlertingApp app) =>
        [.. app.Routes().Where(route => route.Metadata.GetMetadata<TriggerFunction>() is null && route.Metadata.GetMetadata<ReadinessProbe>() is null && route.Metadata.GetMetadata<FileOfPage>() is null)];

    /// <summary>Name of the function.</summary>
    public static string FunctionName(this RouteEndpoint route) => route.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;

    /// <summary>Method and path, such as <c>GET /api/bodies/{id}</c>.</summary>
    public static string Line(this RouteEndpoint route) =>
        $"{Assert.Single(route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)} /{route.RoutePattern.RawText!.TrimStart('/')}";
}
