using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Every way that messages go, and whether the last canary came through.</summary>
internal static class ListPaths
{
    public static void MapListPaths(this IEndpointRouteBuilder api) =>
        api.MapGet("/paths", RunAsync)
            .WithName(nameof(ListPaths))
            .WithTags("Upkeep")
            .WithSummary("Every way that messages go, and whether the last canary came through: proven, failing or unknown.")
            .Produces<PathList>()
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(PathProver prover, TimeProvider time, CancellationToken cancellationToken)
    {
        var standings = await prover.ReadAsync(cancellationToken);
        return TypedResults.Ok(new PathList([.. standings.Select(standing => PathDocument.Of(standing, time.GetUtcNow()))]));
    }
}
