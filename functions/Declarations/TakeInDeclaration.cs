using Alerting.Bus;
using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Takes in a proposal of another system; it needs an approver like any other.</summary>
internal static class TakeInDeclaration
{
    public static void MapTakeInDeclaration(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(TakeInDeclaration), Entities.DeclarationRequests, RunAsync);

    private static async Task<Refused?> RunAsync(ReceivedMessage message, ProposalDesk desk, CancellationToken cancellationToken)
    {
        if (message.Body.Length > DeclarationRequestRules.MaxBytes)
            return Refused.For(InputProblems.BodyTooLarge(DeclarationRequestRules.MaxBytes));
        var read = StrictJson.Read<DeclarationRequest>(message.Body);
        if (read.Value is not { } request)
            return new(read.Problems);
        if (DeclarationRequestRules.Check(request) is { Count: > 0 } problems)
            return new(problems);
        var proposer = new Actor($"system:{request.Source}", request.Source);
        var key = IdempotencyKey.Of(proposer.Id, request.RequestId!, message.Body.Span);
        var proposed = await desk.ProposeAsync(request.Proposal!, proposer, key, cancellationToken);
        return proposed.Value is null ? new([.. proposed.Problems.Select(InProposal)]) : null;
    }

    private static Problem InProposal(Problem problem) =>
        problem.Field.Length == 0 ? problem : problem with { Field = $"proposal.{problem.Field}" };
}
