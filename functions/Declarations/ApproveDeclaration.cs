using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>The second person says yes: the level holds, and the alert goes out.</summary>
internal static class ApproveDeclaration
{
    public static void MapApproveDeclaration(this IEndpointRouteBuilder api) =>
        api.MapPost("/declarations/{id}/approve", RunAsync)
            .WithName(nameof(ApproveDeclaration))
            .WithTags("Declarations")
            .WithSummary("Approves a proposal of somebody else: the level holds and the alert goes out.")
            .Produces<DeclarationDocument>()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Approver)
            .RequireStrongSignIn();

    private static async Task<IResult> RunAsync(string id, Caller caller, DeclarationDesk desk, CancellationToken cancellationToken) =>
        DeclarationId.TryParse(id, out var parsed)
            ? DeclarationAnswer.Of(await desk.ApproveAsync(parsed, new(caller.Id), cancellationToken))
            : DeclarationAnswer.Unknown(id);
}
