namespace Alerting.Local.SignalR.DataPlane;

/// <summary>The versions of the REST API. The old one is in the path, the others in <c>api-version</c>.</summary>
internal static class ApiVersions
{
    private static readonly string[] Known =
        ["2020-10-01", "2021-10-01", "2022-06-01", "2022-11-01", "2023-07-01", "2024-12-01"];

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api/v1") || path == "/api/health")
            return next(context);

        var version = context.Request.Query["api-version"].ToString();
        if (Known.Contains(version))
            return next(context);
        return version.Length == 0
            ? RestError.WriteAsync(context, 400, "ApiVersionUnspecified", "An API version is required, but was not specified.")
            : RestError.WriteAsync(context, 400, "UnsupportedApiVersion", $"The API version '{version}' is not supported.");
    }
}
