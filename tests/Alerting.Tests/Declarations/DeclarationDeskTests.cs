using System.Diagnostics;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Json;
using Alerting.Ledger;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationDeskTests
{
    private readonly Desk desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProposalIsStoredRecordedAndTold()
    {
        var proposed = await desk.ProposedAsync();

        Assert.Equal(proposed, await desk.Store.FindAsync(proposed.Id, Token));
        Assert.Equal(DeclarationState.Proposed, proposed.State);
        var entry = Assert.Single(await LedgerAsync());
        Assert.Equal(("declaration.proposed", "proposer-1", Some.Now), (entry.Act, entry.Actor, entry.At));
        var message = Assert.Single(desk.Bus.Sent(Entities.Declarations));
        Assert.Equal(
            ($"{proposed.Id}.proposed", "proposed", "application/cloudevents+json"), (message.MessageId, message.Subject, message.ContentType));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task AnApprovalIsStoredRecordedAndTold()
    {
        var approved = await desk.ApprovedAsync();

        Assert.Equal(approved, await desk.Store.FindAsync(approved.Id, Token));
        Assert.Equal(1, approved.Sequence);
        Assert.Matches($"^[{DeclarationCode.Alphabet}]{{4}}$", approved.Code);
        Assert.Equal(["declaration.proposed", "declaration.approved"], (await LedgerAsync()).Select(entry => entry.Act));
        Assert.Equal(["proposed", "approved"], desk.Bus.Sent(Entities.Declarations).Select(message => message.Subject));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task RejectionAndWithdrawalAreRecordedWithTheirReason()
    {
        var one = await desk.ProposedAsync();
        var other = await desk.ProposedAsync();

        var rejected = (await desk.It.RejectAsync(one.Id, Desk.Approver, "Too early.", Token)).Value!;
        var withdrawn = (await desk.It.WithdrawAsync(other.Id, Desk.Proposer, "Mistake.", Token)).Value!;

        Assert.Equal((DeclarationState.Rejected, "Too early."), (rejected.State, rejected.Decision!.Reason));
        Assert.Equal((DeclarationState.Withdrawn, "Mistake."), (withdrawn.State, withdrawn.Decision!.Reason));
        Assert.Equal(["declaration.rejected", "declaration.withdrawn"], (await LedgerAsync()).Skip(2).Select(entry => entry.Act));
    }

    [Fact]
    public async Task TheLedgerIsAChainAndHoldsTheDeclarationAsOthersReadIt()
    {
        var approved = await desk.ApprovedAsync();
        await desk.ApprovedAsync();

        var (sequence, hash) = (0L, LedgerHead.Genesis);
        foreach (var entry in await LedgerAsync())
        {
            Assert.True(LedgerChain.Follows(entry, sequence, hash));
            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        Assert.Equal(4, sequence);
        Assert.Equal(
            DeclarationDocument.Of(approved),
            JsonSerializer.Deserialize((await LedgerAsync())[1].Content, AlertingJson.Default.DeclarationDocument));
    }

    [Fact]
    public async Task WhatIsRefusedLeavesNoTrace()
    {
        var proposed = await desk.ProposedAsync();

        var refused = await desk.It.ApproveAsync(proposed.Id, Desk.Proposer, Token);

        Assert.Equal("proposer-cannot-approve", Assert.Single(refused.Problems).Rule);
        Assert.Equal(proposed, await desk.Store.FindAsync(proposed.Id, Token));
        Assert.Single(await LedgerAsync());
        Assert.Single(desk.Bus.Sent(Entities.Declarations));
    }

    [Fact]
    public async Task AnUnknownDeclarationIsNotFound()
    {
        var id = DeclarationId.New(Some.Now);

        Assert.Equal(ProblemKind.NotFound, Assert.Single((await desk.It.ApproveAsync(id, Desk.Approver, Token)).Problems).Kind);
        Assert.Equal(ProblemKind.NotFound, Assert.Single((await desk.It.RejectAsync(id, Desk.Approver, "No.", Token)).Problems).Kind);
        Assert.Equal(ProblemKind.NotFound, Assert.Single((await desk.It.WithdrawAsync(id, Desk.Approver, "No.", Token)).Problems).Kind);
    }

    [Fact]
    public async Task OfTwoProposalsForOneScopeTheSecondIsStaleOnceTheFirstIsApproved()
    {
        var first = await desk.ProposedAsync();
        var second = await desk.ProposedAsync();
        await desk.It.ApproveAsync(first.Id, Desk.Approver, Token);

        var refused = await desk.It.ApproveAsync(second.Id, Desk.Approver, Token);

        Assert.Equal("proposal-stale", Assert.Single(refused.Problems).Rule);
    }

    [Fact]
    public async Task OneAfterTheOtherIsFineEvenInTheSameInstant()
    {
        var first = await desk.ApprovedAsync();
        var second = await desk.ApprovedAsync();

        Assert.Equal((1L, 2L), (first.Sequence!.Value, second.Sequence!.Value));
        Assert.NotEqual(first.Code, second.Code);
    }

    [Fact]
    public async Task TheSystemThatSentAProposalIsNamed()
    {
        var proposed = (await desk.It.ProposeAsync(Some.Proposal(), new("client-1", "LCMS"), null, Token)).Value!;

        Assert.Equal(("client-1", "LCMS"), (proposed.ProposedBy, proposed.Source));
    }

    [Fact]
    public async Task TheTraceOfTheRequestGoesWithTheMessage()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        await desk.ProposedAsync();

        Assert.Equal(activity.Id, Assert.Single(desk.Bus.Sent(Entities.Declarations)).TraceParent);
    }

    private async Task<List<LedgerEntry>> LedgerAsync() => await desk.Store.ReadLedgerAsync(1, Token).ToListAsync(Token);

    private Task<IReadOnlyList<Alerting.Outbox.OutboxMessage>> PendingAsync() =>
        desk.Store.PendingAsync(DateTimeOffset.MaxValue, 100, Token);
}
