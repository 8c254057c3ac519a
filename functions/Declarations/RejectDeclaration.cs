using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>The second person says no.</summary>
internal static class RejectDeclaration
{
    public static void MapRejectDeclaration(this IEndpointRouteBuilder api) =>
        api.MapPost("/declarations/{id}/reject", RunAsync)
            .WithName(nameof(RejectDeclaration))
            .WithTags("Declarations")
            .WithSummary("Rejects a proposal of somebody else, with a reason.")
            .Produces<DeclarationDocument>()
            .RefusesBadJson()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Approver);

    private static async Task<IResult> RunAsync(string id, Caller caller, JsonBody<ReasonBody> sent, DeclarationDesk desk, CancellationToken cancellationToken)
    {
        if (sent.Input.Value is not { } body)
            return ProblemAnswer.Of(sent.Input.Problems);
        return DeclarationId.TryParse(id, out var parsed)
            ? DeclarationAnswer.Of(await desk.RejectAsync(parsed, new(caller.Id), body.Reason, cancellationToken))
            : DeclarationAnswer.Unknown(id);
    }
}
