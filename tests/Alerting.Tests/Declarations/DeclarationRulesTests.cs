using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationRulesTests
{
    private static readonly Actor Approver = new("approver-1");

    [Fact]
    public void AProposalBecomesADeclarationThatWaitsForASecondPerson()
    {
        var proposal = Some.Proposal() with { Dtn = new("49", null) };
        var id = DeclarationId.New(Some.Now);

        var declaration = DeclarationRules.Propose(id, proposal, new("client-1", "LCMS"), Basis(sequence: 7));

        Assert.Equal(
            new Declaration
            {
                Id = id,
                Kind = proposal.Kind,
                Scope = proposal.Scope,
                Level = proposal.Level!.Value,
                Until = proposal.Until,
                Reason = proposal.Reason,
                Dtn = proposal.Dtn,
                Status = proposal.Status,
                State = DeclarationState.Proposed,
                ProposedBy = "client-1",
                ProposedAt = Some.Now,
                ProposedAfter = 7,
                Source = "LCMS",
            },
            declaration);
    }

    [Fact]
    public void ASecondPersonApprovesAndTheDeclarationGetsNumberCodeAndStart()
    {
        var approved = Approve(Some.Declaration(), Basis(sequence: 7)).Value!;

        Assert.Equal((DeclarationState.Approved, new Decision("approver-1", Some.Now, null)), (approved.State, approved.Decision));
        Assert.Equal((8L, "7K3Q", Some.Now), (approved.Sequence!.Value, approved.Code, approved.EffectiveFrom!.Value));
    }

    [Fact]
    public void TheProposerCannotApprove()
    {
        var problem = Assert.Single(DeclarationRules.Approve(Some.Declaration(), new("proposer-1"), Basis(), "7K3Q").Problems);

        Assert.Equal((ProblemKind.Forbidden, "proposer-cannot-approve"), (problem.Kind, problem.Rule));
    }

    [Fact]
    public void AStartAheadIsKept() =>
        Assert.Equal(Some.Now.AddHours(1), Approve(Some.Declaration() with { From = Some.Now.AddHours(1) }, Basis()).Value!.EffectiveFrom);

    [Fact]
    public void AStartThatHasPassedMeansAtApproval() =>
        Assert.Equal(Some.Now, Approve(Some.Declaration() with { From = Some.Now.AddHours(-1) }, Basis()).Value!.EffectiveFrom);

    [Theory]
    [InlineData(DeclarationState.Approved)]
    [InlineData(DeclarationState.Rejected)]
    [InlineData(DeclarationState.Withdrawn)]
    public void WhatIsDecidedIsNotDecidedAgain(DeclarationState state)
    {
        var decided = Some.Approved() with { State = state };

        Assert.Equal("already-decided", Rule(Approve(decided, Basis())));
        Assert.Equal("already-decided", Rule(DeclarationRules.Reject(decided, new("approver-2", Some.Now, "No."))));
        Assert.Equal("already-decided", Rule(DeclarationRules.Withdraw(decided, new("proposer-1", Some.Now, "No."))));
    }

    [Fact]
    public void ARefusalForBeingTooLateIsAConflict()
    {
        Assert.Equal(ProblemKind.Conflict, Approve(Some.Approved(), Basis()).Problems[0].Kind);
        Assert.Equal(ProblemKind.Conflict, Approve(Some.Declaration(), Basis(Some.Now.AddDays(2))).Problems[0].Kind);
    }

    [Fact]
    public void AProposalWhoseEndHasPassedIsStale()
    {
        var declaration = Some.Declaration() with { Until = Some.Now.AddHours(1) };

        Assert.NotNull(Approve(declaration, Basis(Some.Now.AddMinutes(59))).Value);
        Assert.Equal("proposal-stale", Rule(Approve(declaration, Basis(Some.Now.AddHours(1)))));
    }

    [Fact]
    public void AProposalIsStaleAfter24Hours()
    {
        var declaration = Some.Declaration() with { Until = null };

        Assert.NotNull(Approve(declaration, Basis(Some.Now.AddHours(24))).Value);
        Assert.Equal("proposal-stale", Rule(Approve(declaration, Basis(Some.Now.AddHours(24).AddTicks(1)))));
    }

    [Fact]
    public void AProposalIsStaleWhenAnotherForItsScopeWasApprovedSince()
    {
        var declaration = Some.Declaration() with { ProposedAfter = 3 };

        Assert.Equal("proposal-stale", Rule(Approve(declaration, Basis(null, 4, Some.Approved(4)))));
        Assert.NotNull(Approve(declaration, Basis(null, 3, Some.Approved(3))).Value);
    }

    [Fact]
    public void ADeclarationIsNotStaleBecauseSomebodyElseApprovesItJustNow()
    {
        var declaration = Some.Declaration() with { ProposedAfter = 3 };
        var meanwhile = Some.Approved(4) with { Id = declaration.Id };

        Assert.NotNull(Approve(declaration, Basis(null, 4, meanwhile)).Value);
    }

    [Fact]
    public void AnApprovalElsewhereOrOfAnotherStatusDoesNotMakeAProposalStale()
    {
        var elsewhere = Some.Approved(4) with { Scope = new(ScopeType.Province, "PV27") };
        var exercise = Some.Approved(5) with { Status = DeclarationStatus.Exercise };

        Assert.NotNull(Approve(Some.Declaration(), Basis(null, 5, elsewhere, exercise)).Value);
    }

    [Fact]
    public void ASecondPersonRejectsWithAReason()
    {
        var rejected = DeclarationRules.Reject(Some.Declaration(), new("approver-1", Some.Now, " Too early. ")).Value!;

        Assert.Equal((DeclarationState.Rejected, new("approver-1", Some.Now, "Too early.")), (rejected.State, rejected.Decision));
        Assert.Equal((null, null, null), (rejected.Sequence, rejected.Code, rejected.EffectiveFrom));
    }

    [Fact]
    public void TheProposerCannotRejectButWithdraw()
    {
        Assert.Equal("proposer-cannot-reject", Rule(DeclarationRules.Reject(Some.Declaration(), new("proposer-1", Some.Now, "Mistake."))));
        Assert.Equal(
            DeclarationState.Withdrawn,
            DeclarationRules.Withdraw(Some.Declaration(), new("proposer-1", Some.Now, "Mistake.")).Value!.State);
    }

    [Fact]
    public void AnotherProposerMayWithdraw() =>
        Assert.Equal("proposer-2", DeclarationRules.Withdraw(Some.Declaration(), new("proposer-2", Some.Now, "Mistake.")).Value!.Decision!.By);

    [Theory]
    [InlineData(null, "required")]
    [InlineData("  ", "required")]
    [InlineData("a\nb", "control-characters")]
    public void RejectingAndWithdrawingTakeAReason(string? reason, string rule)
    {
        var reject = Assert.Single(DeclarationRules.Reject(Some.Declaration(), new("approver-1", Some.Now, reason)).Problems);
        var withdraw = Assert.Single(DeclarationRules.Withdraw(Some.Declaration(), new("approver-1", Some.Now, reason)).Problems);

        Assert.Equal((rule, "reason", ProblemKind.Invalid), (reject.Rule, reject.Field, reject.Kind));
        Assert.Equal(reject, withdraw);
    }

    [Fact]
    public void AReasonToRejectHasAtMost2000Characters() =>
        Assert.Equal("too-long", Rule(DeclarationRules.Reject(Some.Declaration(), new("approver-1", Some.Now, new('a', 2001)))));

    [Fact]
    public void ADeclarationRemembersWhatWasProposed()
    {
        var proposed = Some.Declaration() with { Level = Level.Limited, From = Some.Now.AddHours(1) };

        Assert.Equal(proposed, DeclarationRules.AsProposed(Approve(proposed, Basis()).Value!));
    }

    private static Result<Declaration> Approve(Declaration declaration, DecisionBasis basis) =>
        DeclarationRules.Approve(declaration, Approver, basis, "7K3Q");

    private static DecisionBasis Basis(DateTimeOffset? now = null, long sequence = 0, params Declaration[] approved) =>
        new(now ?? Some.Now, new(sequence, LedgerHead.Genesis, sequence, ""), approved);

    private static string Rule(Result<Declaration> result) => Assert.Single(result.Problems).Rule;
}
