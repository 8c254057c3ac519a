using Alerting.Directory;

namespace Alerting.Functions;

/// <summary>Removes a body and its contacts.</summary>
internal static class DeleteBody
{
    public static void MapDeleteBody(this IEndpointRouteBuilder api) =>
        api.MapDelete("/bodies/{id}", RunAsync)
            .WithName(nameof(DeleteBody))
            .WithTags("Bodies")
            .WithSummary("Removes a body and its contacts from the directory.")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound)
            .RequireAnyRole(Roles.DirectoryAdmin);

    private static async Task<IResult> RunAsync(string id, IDirectory directory, CancellationToken cancellationToken) =>
        await directory.DeleteAsync(id, cancellationToken) ? TypedResults.NoContent() : ProblemAnswer.Of(BodyProblems.Unknown(id));
}
