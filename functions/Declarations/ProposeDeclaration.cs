using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Takes in a proposal of staff; it waits for a second person.</summary>
internal static class ProposeDeclaration
{
    public static void MapProposeDeclaration(this IEndpointRouteBuilder api) =>
        api.MapPost("/declarations", RunAsync)
            .WithName(nameof(ProposeDeclaration))
            .WithTags("Declarations")
            .WithSummary("Proposes a declaration; it waits for an approver who is not the proposer.")
            .WithDescription("With a header Idempotency-Key a repeat of the same request within 24 hours gets the first answer, another request under the key 422.")
            .TakesHeader(IdempotencyHeader.Name)
            .Produces<DeclarationDocument>(StatusCodes.Status201Created)
            .RefusesBadJson()
            .RequireAnyRole(Roles.Proposer);

    private static async Task<IResult> RunAsync(HttpRequest request, Caller caller, JsonBody<ProposalInput> sent, ProposalDesk desk, CancellationToken cancellationToken)
    {
        if (sent.Input.Value is not { } input)
            return ProblemAnswer.Of(sent.Input.Problems);
        if (!IdempotencyHeader.IsWellFormed(request))
            return ProblemAnswer.Of(IdempotencyHeader.Malformed);
        var key = IdempotencyHeader.Read(request, caller, sent.Bytes);
        var proposed = await desk.ProposeAsync(input, new(caller.Id), key, cancellationToken);
        return proposed.Value is { } declaration
            ? TypedResults.Created($"/api/declarations/{declaration.Id}", DeclarationDocument.Of(declaration))
            : ProblemAnswer.Of(proposed.Problems);
    }
}
