using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class FollowUpRulesTests
{
    private static readonly Declaration Original = Some.Approved() with { Level = Level.Critical, Until = Hour(7) };

    [Fact]
    public void AnExtensionKeepsTheLevelAndRemembersWhatItExtends()
    {
        var followed = Follow(Extension()).Value!;

        Assert.Equal((Level.Critical, Hour(12)), (followed.Level!.Value, followed.Until!.Value));
        Assert.Equal(new(Original.Id, Level.Critical, Some.Now, Hour(7), Some.Now, "7K3Q"), followed.Original);
    }

    [Fact]
    public void AnExtensionIsLater()
    {
        Assert.Equal(["until-not-later until"], Refused(Extension() with { Until = Hour(7) }));
        Assert.Equal(["until-not-later until"], Refused(Extension(), Original with { Until = null }));
    }

    [Fact]
    public void AnExtensionCannotChangeTheLevel()
    {
        Assert.Equal(["level-differs level"], Refused(Extension() with { Level = Level.Substantial }));
        Assert.Empty(Refused(Extension() with { Level = Level.Critical }));
    }

    [Fact]
    public void ALoweredLevelIsLess()
    {
        Assert.Empty(Refused(Lowering()));
        Assert.Equal(["level-not-lower level"], Refused(Lowering() with { Level = Level.Critical }));
    }

    [Fact]
    public void ALoweredLevelStartsBeforeTheOriginalEnds() =>
        Assert.Equal(["from-after-end from"], Refused(Lowering() with { From = Hour(7) }));

    [Fact]
    public void WhatFollowsEndsAfterTheOriginalStarts() =>
        Assert.Equal(["until-before-from until"], Refused(Lowering() with { Until = Hour(2) }, Original with { EffectiveFrom = Hour(3) }));

    [Fact]
    public void ScopeAndStatusStay() =>
        Assert.Equal(
            ["scope-differs scope", "status-differs status"],
            Refused(Lowering() with { Scope = new(ScopeType.Province, "PV27"), Status = DeclarationStatus.Exercise }));

    [Fact]
    public void OnlyAnApprovedDeclarationThatIsThereIsFollowed()
    {
        Assert.Equal(["declaration-unknown of"], Rules(DeclarationRules.Follow(Lowering(), null, Basis())));
        Assert.Equal(["not-approved of"], Refused(Lowering(), Some.Declaration()));
        Assert.Equal(["not-approved of"], Refused(Lowering(), Some.Declaration() with { State = DeclarationState.Withdrawn }));
    }

    [Fact]
    public void WhatHasEndedIsNotFollowed() =>
        Assert.Equal(["original-over of"], Rules(DeclarationRules.Follow(Lowering(), Original, Basis(Hour(7)))));

    [Fact]
    public void WhatAnotherHasReplacedIsNotFollowed()
    {
        Assert.Equal(["original-over of"], Refused(Lowering(), Original, Some.Approved(2)));
        Assert.Equal(["original-over of"], Rules(DeclarationRules.Follow(Lowering(), Original, Basis(Hour(2), Some.Approved(2) with { EffectiveFrom = Hour(2) }))));
    }

    [Fact]
    public void WhatAnotherWillReplaceIsStillFollowed() =>
        Assert.Empty(Refused(Lowering(), Original, Some.Approved(2) with { EffectiveFrom = Hour(2) }));

    [Fact]
    public void WhatFollowsDoesNotHoldBeforeTheOriginal()
    {
        var later = Original with { EffectiveFrom = Hour(3) };

        Assert.Equal(Hour(3), Approve(Lowering(), later).Value!.EffectiveFrom);
        Assert.Equal(Hour(4), Approve(Lowering() with { From = Hour(4) }, later).Value!.EffectiveFrom);
        Assert.Equal(Some.Now, Approve(Lowering(), Original).Value!.EffectiveFrom);
    }

    [Fact]
    public void AWithdrawalKeepsTheLevelAndCountsFromItsApproval()
    {
        var later = Original with { EffectiveFrom = Hour(3) };

        var withdrawal = Approve(Withdrawal(), later).Value!;

        Assert.Equal((Level.Critical, Some.Now, null), (withdrawal.Level, withdrawal.EffectiveFrom!.Value, withdrawal.Until));
    }

    [Fact]
    public void ACorrectionStartsWithTheOriginalOrWhenItSaysButNotBeforeAnybodyDecided()
    {
        var original = Original with { EffectiveFrom = Hour(-1), Decision = Original.Decision! with { At = Hour(-2) } };

        Assert.Equal(Hour(-1), Approve(Correction(), original).Value!.EffectiveFrom);
        Assert.Equal(Hour(-2), Approve(Correction() with { From = Hour(-5) }, original).Value!.EffectiveFrom);
        Assert.Equal(Hour(4), Approve(Correction() with { From = Hour(4) }, original).Value!.EffectiveFrom);
    }

    [Fact]
    public void ACorrectionMaySayAnyLevelAndEnd()
    {
        Assert.Empty(Refused(Correction() with { Level = Level.Critical, Until = Hour(1) }));
        Assert.Empty(Refused(Correction() with { Level = Level.Minimal, Until = null }));
        Assert.Equal(["scope-differs scope"], Refused(Correction() with { Scope = new(ScopeType.Province, "PV27") }));
    }

    [Theory]
    [InlineData(DeclarationKind.Correct)]
    [InlineData(DeclarationKind.Withdraw)]
    public void WhatIsAnnulledIsNotFollowed(DeclarationKind kind)
    {
        var annulment = Some.Approved(2) with { Kind = kind, Original = OriginalStatement.Of(Original) };

        Assert.Equal(["original-over of"], Refused(Lowering(), Original, annulment));
        Assert.Equal(kind == DeclarationKind.Correct ? [] : ["original-over of"], Refused(Lowering(), annulment, Original));
    }

    [Fact]
    public void WhatWasReplacedByOneThatWasWithdrawnBeforeItsStartIsStillFollowed()
    {
        var pending = Some.Approved(2) with { EffectiveFrom = Hour(2), Until = null };
        var withdrawal = Some.Approved(3) with { Kind = DeclarationKind.Withdraw, Original = OriginalStatement.Of(pending) };

        Assert.Empty(Rules(DeclarationRules.Follow(Lowering(), Original, Basis(Hour(3), Original, pending, withdrawal))));
    }

    [Fact]
    public void AProposalIsStaleOnceTheOriginalIsOver()
    {
        var pending = Some.Approved(2) with { EffectiveFrom = Hour(2), Until = null };

        Assert.Equal(["proposal-stale "], Rules(Approve(Lowering(), Original, Basis(Hour(2), Original, pending))));
        Assert.Equal(["proposal-stale "], Rules(Approve(Lowering(), Original, Basis(Hour(7), Original))));
        Assert.NotNull(Approve(Lowering(), Original, Basis(Hour(1), Original, pending)).Value);
    }

    private static DateTimeOffset Hour(int hours) => Some.Now.AddHours(hours);

    private static Proposal Extension() =>
        Some.Proposal() with { Kind = DeclarationKind.Extend, Level = null, Until = Hour(12), Of = Original.Id };

    private static Proposal Lowering() =>
        Some.Proposal() with { Kind = DeclarationKind.Lower, Level = Level.Substantial, Until = null, Of = Original.Id };

    private static Proposal Withdrawal() =>
        Some.Proposal() with { Kind = DeclarationKind.Withdraw, Level = null, Until = null, Of = Original.Id };

    private static Proposal Correction() =>
        Some.Proposal() with { Kind = DeclarationKind.Correct, Level = Level.Substantial, Of = Original.Id };

    private static Result<Proposal> Follow(Proposal proposal) => DeclarationRules.Follow(proposal, Original, Basis(null, Original));

    private static Result<Declaration> Approve(Proposal proposal, Declaration original, DecisionBasis? basis = null)
    {
        var followed = DeclarationRules.Follow(proposal, original, Basis(null, original)).Value!;
        var proposed = DeclarationRules.Propose(DeclarationId.New(Some.Now), followed, new("proposer-1"), Basis(null, original));
        return DeclarationRules.Approve(proposed, new("approver-1"), basis ?? Basis(null, original), "7K3Q");
    }

    private static IEnumerable<string> Refused(Proposal proposal, Declaration? original = null, params Declaration[] others) =>
        Rules(DeclarationRules.Follow(proposal, original ?? Original, Basis(null, [original ?? Original, .. others])));

    private static IEnumerable<string> Rules<T>(Result<T> result)
        where T : class => result.Problems.Select(problem => $"{problem.Rule} {problem.Field}");

    private static DecisionBasis Basis(DateTimeOffset? now = null, params Declaration[] approved) =>
        new(now ?? Some.Now, new(2, LedgerHead.Genesis, 2, ""), approved);
}
