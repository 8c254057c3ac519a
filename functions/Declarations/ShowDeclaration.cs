using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>One declaration and where it stands.</summary>
internal static class ShowDeclaration
{
    public static void MapShowDeclaration(this IEndpointRouteBuilder api) =>
        api.MapGet("/declarations/{id}", RunAsync)
            .WithName(nameof(ShowDeclaration))
            .WithTags("Declarations")
            .WithSummary("A declaration and where it stands.")
            .Produces<DeclarationDocument>()
            .Refuses(StatusCodes.Status404NotFound)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(string id, IDeclarationStore store, CancellationToken cancellationToken) =>
        DeclarationId.TryParse(id, out var parsed) && await store.FindAsync(parsed, cancellationToken) is { } declaration
            ? TypedResults.Ok(DeclarationDocument.Of(declaration))
            : DeclarationAnswer.Unknown(id);
}
