using Scalar.AspNetCore;

namespace Alerting.Functions;

/// <summary>The description of this API for people to read and try: a page that loads nothing from anywhere else.</summary>
internal static class ShowDocs
{
    private const string Path = "/docs";
    private const string PageParameter = "documentName";

    // Styles are made while the page runs. Scripts are its own files and the one that it begins with.
    private const string Policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'";

    public static void MapShowDocs(this IEndpointRouteBuilder api)
    {
        var page = api.MapScalarApiReference(Path, options => options
            .WithTitle("Alerting API")
            .WithOpenApiRoutePattern("/api/openapi.json")
            .WithNonce()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .DisableDefaultFonts()
            .ExpandAllTags()
            .HideClientButton()
            .HideDeveloperTools());
        page.AllowAnonymous();
        page.Add(Name);
        page.AddEndpointFilter((invocation, next) =>
        {
            var http = invocation.HttpContext;
            http.Response.OnStarting(() => Restrict(http));
            return next(invocation);
        });
    }

    // The page is the function; its files come with it.
    private static void Name(EndpointBuilder endpoint)
    {
        var isPage = ((RouteEndpointBuilder)endpoint).RoutePattern.Parameters.Any(parameter => parameter.Name == PageParameter);
        endpoint.Metadata.Add(isPage ? new EndpointNameMetadata(nameof(ShowDocs)) : new FileOfPage());
    }

    private static Task Restrict(HttpContext http)
    {
        var nonce = http.Items[ScalarOptions.NonceHttpContextItemKey];
        http.Response.Headers.ContentSecurityPolicy = nonce is null ? Policy : $"{Policy} 'nonce-{nonce}'";
        return Task.CompletedTask;
    }
}
