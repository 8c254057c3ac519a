using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>What approving a proposal would do, before anybody does.</summary>
internal static class PreviewDeclaration
{
    public static void MapPreviewDeclaration(this IEndpointRouteBuilder api) =>
        api.MapGet("/declarations/{id}/preview", RunAsync)
            .WithName(nameof(PreviewDeclaration))
            .WithTags("Declarations")
            .WithSummary("What approving a proposal now would do: how many are told by which channel, in which words, when 50, 95 and 100 % are told, and what it costs.")
            .Produces<PreviewDocument>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Approver, Roles.Proposer);

    private static async Task<IResult> RunAsync(string id, IDeclarationStore store, PreviewDesk desk, CancellationToken cancellationToken)
    {
        if (!DeclarationId.TryParse(id, out var parsed) || await store.FindAsync(parsed, cancellationToken) is not { } declaration)
            return DeclarationAnswer.Unknown(id);
        var preview = await desk.ReadAsync(declaration, cancellationToken);
        return preview.Value is { } document ? TypedResults.Ok(document) : ProblemAnswer.Of(preview.Problems);
    }
}
