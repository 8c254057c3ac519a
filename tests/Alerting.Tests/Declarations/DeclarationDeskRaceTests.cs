using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationDeskRaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfManyApprovalsAtOnceExactlyOneComesThrough()
    {
        var desk = new Desk();
        var proposed = await desk.ProposedAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => desk.It.ApproveAsync(proposed.Id, new($"approver-{number}"), Token), Token)));

        var approved = Assert.Single(results, result => result.Value is not null).Value!;
        Assert.All(results.Where(result => result.Value is null), result => Assert.Equal("already-decided", Assert.Single(result.Problems).Rule));
        Assert.Equal(approved, await desk.Store.FindAsync(proposed.Id, Token));
        Assert.Single(desk.Bus.Sent(Entities.Declarations), message => message.Subject == "approved");
    }

    [Fact]
    public async Task AnApprovalThatLosesToAnotherSeesItAndIsRefused()
    {
        var desk = new Desk();
        var proposed = await desk.ProposedAsync();
        var slow = SlowDesk(desk, () => desk.It.ApproveAsync(proposed.Id, Desk.Approver, Token));

        var refused = await slow.ApproveAsync(proposed.Id, new("approver-2"), Token);

        Assert.Equal("already-decided", Assert.Single(refused.Problems).Rule);
        Assert.Equal("approver-1", (await desk.Store.FindAsync(proposed.Id, Token))!.Decision!.By);
    }

    [Fact]
    public async Task AnApprovalThatLosesToARejectionIsRefused()
    {
        var desk = new Desk();
        var proposed = await desk.ProposedAsync();
        var slow = SlowDesk(desk, () => desk.It.RejectAsync(proposed.Id, Desk.Approver, "No.", Token));

        Assert.Equal("already-decided", Assert.Single((await slow.ApproveAsync(proposed.Id, new("approver-2"), Token)).Problems).Rule);
    }

    [Fact]
    public async Task AnApprovalThatLosesToOneForTheSameScopeIsStale()
    {
        var desk = new Desk();
        var proposed = await desk.ProposedAsync();
        var rival = await desk.ProposedAsync();
        var slow = SlowDesk(desk, () => desk.It.ApproveAsync(rival.Id, Desk.Approver, Token));

        Assert.Equal("proposal-stale", Assert.Single((await slow.ApproveAsync(proposed.Id, Desk.Approver, Token)).Problems).Rule);
    }

    [Fact]
    public async Task ADecisionThatLostARaceToAnUnrelatedOneIsTakenAgain()
    {
        var desk = new Desk();
        var proposed = await desk.ProposedAsync();
        var slow = SlowDesk(desk, () => desk.ApprovedAsync(Some.Proposal() with { Scope = Scopes.Elsewhere }));

        Assert.Equal(2, (await slow.ApproveAsync(proposed.Id, Desk.Approver, Token)).Value!.Sequence);
    }

    [Fact]
    public async Task TwentyLostRacesInARowAreAnOutage()
    {
        var store = default(ContendedStore);
        var desk = new Desk(inner => store = new(inner, int.MaxValue));

        await Assert.ThrowsAsync<LedgerContendedException>(() => desk.ProposedAsync());

        Assert.Equal(20, store!.Tries);
        Assert.Empty(await desk.Store.ListAsync(null, Token));
        Assert.Empty(desk.Bus.Sent(Entities.Declarations));
    }

    [Fact]
    public async Task ManyProposalsAtOnceAllComeThroughInOneChain()
    {
        var desk = new Desk();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => desk.ProposedAsync(), Token)));

        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), await desk.Store.ReadLedgerAsync(1, Token).Select(entry => entry.Sequence).ToListAsync(Token));
    }

    /// <summary>A second instance whose first commit comes too late: <paramref name="meanwhile"/> came first.</summary>
    private static DeclarationDesk SlowDesk(Desk desk, Func<Task> meanwhile) =>
        new(new ContendedStore(desk.Store, 1, meanwhile), desk.Publisher, desk.Clock);

    private static class Scopes
    {
        public static Alerting.Scopes.Scope Elsewhere { get; } = new(Alerting.Scopes.ScopeType.Province, "PV27");
    }
}
