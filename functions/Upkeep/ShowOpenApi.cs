namespace Alerting.Functions;

/// <summary>The description of this API.</summary>
internal static class ShowOpenApi
{
    public static void MapShowOpenApi(this IEndpointRouteBuilder api) =>
        api.MapOpenApi("/openapi.json").WithName(nameof(ShowOpenApi)).AllowAnonymous();
}
