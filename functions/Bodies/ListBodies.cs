using Alerting.Directory;
using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>Bodies by place, sector and tier.</summary>
internal static class ListBodies
{
    public static void MapListBodies(this IEndpointRouteBuilder api) =>
        api.MapGet("/bodies", RunAsync)
            .WithName(nameof(ListBodies))
            .WithTags("Bodies")
            .WithSummary("The bodies of the directory, all or by place, sector and tier.")
            .WithDescription("near is the code of a place: bodies in it, around it and responsible for more than it, as an alert would find them.")
            .TakesQuery("near", "sector", "tier")
            .Produces<BodyList>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(HttpRequest request, IDirectory directory, AddressWatch addresses, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var filter = BodyFilter.Read(asked["near"], asked["sector"], asked["tier"]);
        if (filter.Value is not { } wanted)
            return ProblemAnswer.Of(filter.Problems);
        var words = await addresses.ReadAsync(cancellationToken);
        var snapshot = await directory.ReadAsync(cancellationToken);
        return TypedResults.Ok(new BodyList(
            [.. snapshot.Bodies.Where(wanted.Matches).OrderBy(body => body.Id, StringComparer.Ordinal).Select(body => BodyDocument.Of(body, words))]));
    }
}
