using Alerting.Outbox;

namespace Alerting.Declarations;

/// <summary>Takes decisions on declarations: reads, decides by <see cref="DeclarationRules"/>, writes in one transaction, and tells the topic.</summary>
/// <param name="store">Where declarations are.</param>
/// <param name="publisher">Sends what a decision promised.</param>
/// <param name="time">The clock.</param>
public sealed class DeclarationDesk(IDeclarationStore store, OutboxPublisher publisher, TimeProvider time)
{
    /// <summary>How many lost races in a row a decision bears.</summary>
    public const int MaxAttempts = 20;

    /// <summary>Takes in a proposal.</summary>
    /// <param name="proposal">Checked by <see cref="ProposalRules"/>.</param>
    /// <param name="proposer">Who proposes.</param>
    /// <param name="key">Names the request, if its sender did: a repeat within 24 hours gets the first answer.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    /// <exception cref="LedgerContendedException">Nothing was written.</exception>
    public Task<Result<Declaration>> ProposeAsync(
        Proposal proposal, Actor proposer, IdempotencyKey? key, CancellationToken cancellationToken) =>
        CommitAsync(
            proposer,
            key,
            (basis, token) => ProposeAsync(proposal, proposer, basis, token),
            cancellationToken);

    /// <summary>Approves; of several at once exactly one comes through.</summary>
    /// <exception cref="LedgerContendedException">Nothing was written.</exception>
    public Task<Result<Declaration>> ApproveAsync(DeclarationId id, Actor approver, CancellationToken cancellationToken) =>
        DecideAsync(id, approver, ApproveAsync, cancellationToken);

    /// <summary>Rejects.</summary>
    /// <exception cref="LedgerContendedException">Nothing was written.</exception>
    public Task<Result<Declaration>> RejectAsync(DeclarationId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        DecideAsync(id, actor, (declaration, by, basis, _) => Task.FromResult(DeclarationRules.Reject(declaration, new(by.Id, basis.Now, reason))), cancellationToken);

    /// <summary>Withdraws.</summary>
    /// <exception cref="LedgerContendedException">Nothing was written.</exception>
    public Task<Result<Declaration>> WithdrawAsync(DeclarationId id, Actor actor, string? reason, CancellationToken cancellationToken) =>
        DecideAsync(id, actor, (declaration, by, basis, _) => Task.FromResult(DeclarationRules.Withdraw(declaration, new(by.Id, basis.Now, reason))), cancellationToken);

    private async Task<Result<Declaration>> ProposeAsync(Proposal proposal, Actor proposer, DecisionBasis basis, CancellationToken cancellationToken)
    {
        var followed = proposal.Of is { } of ? await FollowAsync(proposal, of, basis, cancellationToken) : proposal;
        return followed.Value is { } complete
            ? DeclarationRules.Propose(DeclarationId.New(basis.Now), complete, proposer, basis)
            : followed.Problems.ToArray();
    }

    private async Task<Result<Proposal>> FollowAsync(Proposal proposal, DeclarationId of, DecisionBasis basis, CancellationToken cancellationToken)
    {
        var full = basis with { Approved = await store.ListAsync(DeclarationState.Approved, cancellationToken) };
        return DeclarationRules.Follow(proposal, await store.FindAsync(of, cancellationToken), full);
    }

    private async Task<Result<Declaration>> ApproveAsync(Declaration declaration, Actor approver, DecisionBasis basis, CancellationToken cancellationToken)
    {
        var full = basis with { Approved = await store.ListAsync(DeclarationState.Approved, cancellationToken) };
        return DeclarationRules.Approve(declaration, approver, full, DeclarationCode.Free(full.Approved, full.Now, DeclarationCode.Draw));
    }

    private Task<Result<Declaration>> DecideAsync(
        DeclarationId id,
        Actor actor,
        Func<Declaration, Actor, DecisionBasis, CancellationToken, Task<Result<Declaration>>> decide,
        CancellationToken cancellationToken) =>
        CommitAsync(
            actor,
            null,
            async (basis, token) => await store.FindAsync(id, token) is { } declaration
                ? await decide(declaration, actor, basis, token)
                : DeclarationProblems.Unknown(id),
            cancellationToken);

    private async Task<Result<Declaration>> CommitAsync(
        Actor actor,
        IdempotencyKey? key,
        Func<DecisionBasis, CancellationToken, Task<Result<Declaration>>> decide,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var basis = new DecisionBasis(time.GetUtcNow(), await store.ReadHeadAsync(cancellationToken), []);
            if (key is not null && await store.FindReplyAsync(key.Key, cancellationToken) is { } reply)
                return await RepeatAsync(key, reply, cancellationToken);
            var decided = await decide(basis, cancellationToken);
            if (decided.Value is not { } declaration)
                return decided;
            var commit = DecisionRecord.Of(declaration, actor, basis, key);
            if (!await store.TryCommitAsync(basis.Head, commit, cancellationToken))
                continue;
            await publisher.PublishAsync(commit.Message);
            return declaration;
        }

        throw new LedgerContendedException(MaxAttempts);
    }

    private async Task<Result<Declaration>> RepeatAsync(IdempotencyKey key, IdempotentReply reply, CancellationToken cancellationToken)
    {
        if (reply.RequestHash != key.RequestHash)
            return DeclarationProblems.AnotherRequest;
        var declaration = await store.FindAsync(reply.DeclarationId, cancellationToken)
            ?? throw new InvalidOperationException($"Declaration {reply.DeclarationId} was answered with and is not there.");
        return DeclarationRules.AsProposed(declaration);
    }
}
