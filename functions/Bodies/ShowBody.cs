using Alerting.Directory;

namespace Alerting.Functions;

/// <summary>One body with its contacts.</summary>
internal static class ShowBody
{
    public static void MapShowBody(this IEndpointRouteBuilder api) =>
        api.MapGet("/bodies/{id}", RunAsync)
            .WithName(nameof(ShowBody))
            .WithTags("Bodies")
            .WithSummary("A body with its contacts.")
            .Produces<BodyDocument>()
            .Refuses(StatusCodes.Status404NotFound)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(string id, IDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindAsync(id, cancellationToken) is { } body
            ? TypedResults.Ok(BodyDocument.Of(body))
            : ProblemAnswer.Of(BodyProblems.Unknown(id));
}
