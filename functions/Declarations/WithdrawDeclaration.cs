using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>A proposal is taken back.</summary>
internal static class WithdrawDeclaration
{
    public static void MapWithdrawDeclaration(this IEndpointRouteBuilder api) =>
        api.MapPost("/declarations/{id}/withdraw", RunAsync)
            .WithName(nameof(WithdrawDeclaration))
            .WithTags("Declarations")
            .WithSummary("Takes a proposal back before anybody approved it, with a reason.")
            .WithDescription("An approved declaration is withdrawn by another one: propose it with kind withdraw.")
            .Produces<DeclarationDocument>()
            .RefusesBadJson()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Proposer, Roles.Approver);

    private static async Task<IResult> RunAsync(string id, Caller caller, JsonBody<ReasonBody> sent, DeclarationDesk desk, CancellationToken cancellationToken)
    {
        if (sent.Input.Value is not { } body)
            return ProblemAnswer.Of(sent.Input.Problems);
        return DeclarationId.TryParse(id, out var parsed)
            ? DeclarationAnswer.Of(await desk.WithdrawAsync(parsed, new(caller.Id), body.Reason, cancellationToken))
            : DeclarationAnswer.Unknown(id);
    }
}
