using Alerting.Directory;
using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>Adds a body or replaces it whole.</summary>
internal static class PutBody
{
    public static void MapPutBody(this IEndpointRouteBuilder api) =>
        api.MapPut("/bodies/{id}", RunAsync)
            .WithName(nameof(PutBody))
            .WithTags("Bodies")
            .WithSummary("Adds a body with its contacts, or replaces it whole.")
            .Produces<BodyDocument>()
            .Produces<BodyDocument>(StatusCodes.Status201Created)
            .RefusesBadJson()
            .RequireAnyRole(Roles.DirectoryAdmin);

    private static async Task<IResult> RunAsync(
        string id, JsonBody<BodyInput> sent, IDirectory directory, AddressWatch addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        if (sent.Input.Value is not { } input)
            return ProblemAnswer.Of(sent.Input.Problems);
        if (input.Id is { } other && other != id)
            return ProblemAnswer.Of(BodyProblems.OtherId(id, other));
        var check = DirectoryRules.Check(input with { Id = id }, time.GetUtcNow());
        if (check.Value is not { } body)
            return ProblemAnswer.Of(check.Problems);
        var isNew = await directory.FindAsync(id, cancellationToken) is null;
        await directory.PutAsync([body], cancellationToken);
        var document = BodyDocument.Of(body, await addresses.ReadAsync(cancellationToken));
        return isNew ? TypedResults.Created($"/api/bodies/{id}", document) : TypedResults.Ok(document);
    }
}
