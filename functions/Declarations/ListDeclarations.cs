using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Declarations, all or in one state.</summary>
internal static class ListDeclarations
{
    public static void MapListDeclarations(this IEndpointRouteBuilder api) =>
        api.MapGet("/declarations", RunAsync)
            .WithName(nameof(ListDeclarations))
            .WithTags("Declarations")
            .WithSummary("Declarations, all or in one state, oldest proposal first.")
            .WithDescription("state is proposed, approved, rejected or withdrawn.")
            .TakesQuery("state")
            .Produces<DeclarationList>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(HttpRequest request, IDeclarationStore store, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var state = Words.Find<DeclarationState>(asked["state"]);
        if (asked["state"] is not null && state is null)
            return ProblemAnswer.Of(Problem.Invalid("state-unknown", "state", $"The states are {string.Join(", ", Words.All<DeclarationState>())}."));
        var declarations = await store.ListAsync(state, cancellationToken);
        return TypedResults.Ok(new DeclarationList([.. declarations.Select(DeclarationDocument.Of)]));
    }
}
