using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>What staff and other systems have in common when they propose: check, then take in.</summary>
internal sealed class ProposalDesk(DeclarationDesk desk, TimeProvider time)
{
    /// <summary>Takes a proposal in, or says everything that is wrong with it.</summary>
    public async Task<Result<Declaration>> ProposeAsync(ProposalInput input, Actor proposer, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var check = ProposalRules.Check(input, time.GetUtcNow());
        return check.Value is { } proposal
            ? await desk.ProposeAsync(proposal, proposer, key, cancellationToken)
            : check.Problems.ToArray();
    }
}
