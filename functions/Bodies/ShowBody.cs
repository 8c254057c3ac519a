using Alerting.Directory;
using Alerting.Readiness;

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

    private static async Task<IResult> RunAsync(string id, IDirectory directory, AddressWatch addresses, CancellationToken cancellationToken) =>
        await directory.FindAsync(id, cancellationToken) is { } body
            ? TypedResults.Ok(BodyDocument.Of(body, await addresses.ReadAsync(cancellationToken)))
            : ProblemAnswer.Of(BodyProblems.Unknown(id));
}
