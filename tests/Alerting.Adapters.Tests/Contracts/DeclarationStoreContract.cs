using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Outbox;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every store of declarations keeps to, with the outbox that its commits fill.</summary>
public abstract class DeclarationStoreContract
{
    private readonly FakeTimeProvider time = new(Some.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<(IDeclarationStore Store, IOutbox Outbox)> CreateAsync(TimeProvider time);

    [Fact]
    public async Task AnEmptyStoreHasAHeadBeforeTheFirstEntry()
    {
        var (store, _) = await CreateAsync(time);

        var head = await store.ReadHeadAsync(Token);

        Assert.Equal((0, LedgerHead.Genesis, 0), (head.Sequence, head.Hash, head.DeclarationSequence));
        Assert.Null(await store.FindAsync(DeclarationId.New(Some.Now), Token));
        Assert.Empty(await store.ListAsync(null, Token));
    }

    [Fact]
    public async Task ACommitWritesDeclarationEntryMessageAndReply()
    {
        var (store, outbox) = await CreateAsync(time);
        var declaration = Some.Approved(7) with { Dtn = new("48", "kst-29754-468"), Source = "partner", From = Some.Now.AddHours(-1), Kind = DeclarationKind.Extend, Original = OriginalStatement.Of(Some.Approved(3)) };
        var reply = new IdempotentReply(new('a', 64), new('b', 64), declaration.Id, Some.Now);
        var commit = Some.Commit(await store.ReadHeadAsync(Token), declaration, reply);

        Assert.True(await store.TryCommitAsync(await store.ReadHeadAsync(Token), commit, Token));

        Assert.Equal(declaration, await store.FindAsync(declaration.Id, Token));
        Assert.Equal([commit.Entry], await store.ReadLedgerAsync(1, Token).ToListAsync(Token));
        Assert.Equal([commit.Message], await outbox.PendingAsync(Some.Now.AddSeconds(1), 10, Token));
        Assert.Equal(reply, await store.FindReplyAsync(reply.Key, Token));
        var head = await store.ReadHeadAsync(Token);
        Assert.Equal((1, commit.Entry.Hash, 7), (head.Sequence, head.Hash, head.DeclarationSequence));
    }

    [Fact]
    public async Task ADecisionOnAHeadThatMovedOnWritesNothing()
    {
        var (store, outbox) = await CreateAsync(time);
        var stale = await store.ReadHeadAsync(Token);
        await store.TryCommitAsync(stale, Some.Commit(stale, Some.Declaration()), Token);
        var afterFirst = await store.ReadHeadAsync(Token);
        await store.TryCommitAsync(afterFirst, Some.Commit(afterFirst, Some.Declaration()), Token);
        var (late, later) = (Some.Declaration(), Some.Declaration());

        Assert.False(await store.TryCommitAsync(stale, Some.Commit(stale, late), Token));
        Assert.False(await store.TryCommitAsync(afterFirst, Some.Commit(afterFirst, later), Token));

        Assert.Null(await store.FindAsync(late.Id, Token));
        Assert.Null(await store.FindAsync(later.Id, Token));
        Assert.Equal(2, (await store.ReadHeadAsync(Token)).Sequence);
        Assert.Equal(2, (await outbox.PendingAsync(Some.Now.AddDays(1), 10, Token)).Count);
    }

    [Fact]
    public async Task OfDecisionsOnTheSameHeadExactlyOneGoesThrough()
    {
        var (store, _) = await CreateAsync(time);
        var head = await store.ReadHeadAsync(Token);
        var declarations = Enumerable.Range(0, 8).Select(_ => Some.Declaration()).ToList();

        var through = await Task.WhenAll(declarations.Select(declaration => store.TryCommitAsync(head, Some.Commit(head, declaration), Token)));

        Assert.Single(through, true);
        Assert.Single(await store.ListAsync(null, Token));
    }

    [Fact]
    public async Task ALaterCommitReplacesTheDeclarationAndKeepsTheHighestSequence()
    {
        var (store, _) = await CreateAsync(time);
        var proposed = Some.Declaration();
        await CommitAsync(store, proposed);
        await CommitAsync(store, proposed with { State = DeclarationState.Approved, Sequence = 4 });
        await CommitAsync(store, Some.Declaration());

        Assert.Equal(DeclarationState.Approved, (await store.FindAsync(proposed.Id, Token))!.State);
        Assert.Equal(4, (await store.ReadHeadAsync(Token)).DeclarationSequence);
        Assert.Equal([2, 3], await store.ReadLedgerAsync(2, Token).Select(entry => entry.Sequence).ToListAsync(Token));
    }

    [Fact]
    public async Task ListsByStateOldestProposalFirst()
    {
        var (store, _) = await CreateAsync(time);
        var younger = Some.Declaration() with { ProposedAt = Some.Now.AddMinutes(1) };
        var older = Some.Declaration();
        var approved = Some.Approved();
        foreach (var declaration in new[] { younger, older, approved })
            await CommitAsync(store, declaration);

        Assert.Equal([older, younger], await store.ListAsync(DeclarationState.Proposed, Token));
        Assert.Equal([approved], await store.ListAsync(DeclarationState.Approved, Token));
        Assert.Equal(3, (await store.ListAsync(null, Token)).Count);
        Assert.Empty(await store.ListAsync(DeclarationState.Withdrawn, Token));
    }

    [Fact]
    public async Task ARememberedAnswerIsForgottenAfterADay()
    {
        var (store, _) = await CreateAsync(time);
        var declaration = Some.Declaration();
        var reply = new IdempotentReply(new('a', 64), new('b', 64), declaration.Id, Some.Now);
        await CommitAsync(store, declaration, reply);

        time.SetUtcNow(Some.Now.AddHours(24).AddTicks(-1));
        Assert.NotNull(await store.FindReplyAsync(reply.Key, Token));
        time.SetUtcNow(Some.Now.AddHours(24));
        Assert.Null(await store.FindReplyAsync(reply.Key, Token));
    }

    [Fact]
    public async Task PendingMessagesAreThoseOldEnoughOldestFirst()
    {
        var (store, outbox) = await CreateAsync(time);
        for (var minute = 3; minute >= 0; minute--)
            await CommitAsync(store, Some.Declaration(), minutesLater: minute);

        var pending = await outbox.PendingAsync(Some.Now.AddMinutes(3), 2, Token);

        Assert.Equal([Some.Now, Some.Now.AddMinutes(1)], pending.Select(message => message.CreatedAt));
        Assert.Equal(3, (await outbox.PendingAsync(Some.Now.AddMinutes(3), 1000, Token)).Count);
    }

    [Fact]
    public async Task ARemovedMessageIsNotPendingAndMayBeRemovedAgain()
    {
        var (store, outbox) = await CreateAsync(time);
        await CommitAsync(store, Some.Declaration());
        var message = Assert.Single(await outbox.PendingAsync(Some.Now.AddDays(1), 10, Token));

        await outbox.RemoveAsync(message.MessageId, Token);
        await outbox.RemoveAsync(message.MessageId, Token);

        Assert.Empty(await outbox.PendingAsync(Some.Now.AddDays(1), 10, Token));
    }

    private static async Task CommitAsync(IDeclarationStore store, Declaration declaration, IdempotentReply? reply = null, int minutesLater = 0)
    {
        var head = await store.ReadHeadAsync(Token);
        var commit = Some.Commit(head, declaration, reply);
        commit = commit with { Message = commit.Message with { CreatedAt = Some.Now.AddMinutes(minutesLater) } };
        Assert.True(await store.TryCommitAsync(head, commit, Token));
    }
}
