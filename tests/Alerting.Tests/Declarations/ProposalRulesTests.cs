using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class ProposalRulesTests
{
    private static readonly ProposalInput Good = new()
    {
        Kind = "set",
        Scope = new() { Type = "province", Code = "pv26" },
        Level = 5,
        From = "2019-03-18T12:00:00+01:00",
        Until = "2019-03-18T18:00:00+01:00",
        Reason = new() { Nl = " Aanslag in Utrecht. ", En = "Attack in Utrecht." },
        Dtn = new() { Label = "49", Reference = "kst-29754-500" },
        Status = "actual",
    };

    [Fact]
    public void AGoodInputIsAProposalInCanonicalForm()
    {
        var proposal = ProposalRules.Check(Good, Some.Now).Value;

        Assert.Equal(
            new(
                DeclarationKind.Set,
                new(ScopeType.Province, "PV26"),
                Level.Critical,
                Times.Of("2019-03-18T12:00:00+01:00"),
                Times.Of("2019-03-18T18:00:00+01:00"),
                new("Aanslag in Utrecht.", "Attack in Utrecht."),
                new("49", "kst-29754-500"),
                DeclarationStatus.Actual),
            proposal);
    }

    [Fact]
    public void StartEndAndEditionMayBeLeftOut()
    {
        var proposal = ProposalRules.Check(Good with { From = null, Until = null, Dtn = null }, Some.Now).Value!;

        Assert.Equal((null, null, null), (proposal.From, proposal.Until, proposal.Dtn));
    }

    [Theory]
    [InlineData("actual", DeclarationStatus.Actual)]
    [InlineData("exercise", DeclarationStatus.Exercise)]
    [InlineData("test", DeclarationStatus.Test)]
    public void TheStatusIsOneOfThree(string word, DeclarationStatus status) =>
        Assert.Equal(status, ProposalRules.Check(Good with { Status = word }, Some.Now).Value!.Status);

    [Fact]
    public void EverythingThatIsMissingIsNamedAtOnce() =>
        Assert.Equal(
            ["required kind", "required scope", "required level", "required reason.nl", "required reason.en", "required status"],
            Refused(new()));

    [Fact]
    public void AnEmptyScopeAndEditionNameTheirFields() =>
        Assert.Equal(["required scope.type", "required scope.code", "required dtn.label"], Refused(Good with { Scope = new(), Dtn = new() }));

    [Theory]
    [InlineData("raise")]
    [InlineData("Set")]
    [InlineData("0")]
    [InlineData("")]
    public void AnotherKindIsRefused(string kind) => Assert.Equal(["kind-unknown kind"], Refused(Good with { Kind = kind }));

    [Fact]
    public void WhatFollowsADeclarationNamesIt()
    {
        Assert.Equal(["required of"], Refused(Good with { Kind = "lower" }));
        Assert.Equal(["declaration-unknown of"], Refused(Good with { Kind = "lower", Of = "nonsense" }));
        Assert.Equal(["not-for-kind of"], Refused(Good with { Of = "20190318-7K3Q9F" }));
        Assert.Equal(new("20190318-7K3Q9F"), ProposalRules.Check(Good with { Kind = "lower", Of = "20190318-7K3Q9F" }, Some.Now).Value!.Of);
    }

    [Fact]
    public void AnExtensionHasAnEndAndNoStartAndMayLeaveOutTheLevel()
    {
        var extension = Good with { Kind = "extend", Of = "20190318-7K3Q9F", From = null };

        Assert.Null(ProposalRules.Check(extension with { Level = null }, Some.Now).Value!.Level);
        Assert.Equal(["required until"], Refused(extension with { Until = null }));
        Assert.Equal(["not-for-kind from"], Refused(extension with { From = Good.From }));
        Assert.Equal(["level-unknown level"], Refused(extension with { Level = 6 }));
    }

    [Fact]
    public void AWithdrawalTakesNoLevelStartNorEnd()
    {
        var withdrawal = Good with { Kind = "withdraw", Of = "20190318-7K3Q9F", Level = null, From = null, Until = null };

        Assert.Null(ProposalRules.Check(withdrawal, Some.Now).Value!.Level);
        Assert.Equal(
            ["not-for-kind level", "not-for-kind from", "not-for-kind until"],
            Refused(withdrawal with { Level = 4, From = Good.From, Until = Good.Until }));
    }

    [Fact]
    public void ACorrectionSaysTheWholeStatementAgain() =>
        Assert.Equal(["required level"], Refused(Good with { Kind = "correct", Of = "20190318-7K3Q9F", Level = null }));

    [Theory]
    [InlineData("real")]
    [InlineData("ACTUAL")]
    [InlineData("1")]
    public void AnotherStatusIsRefused(string status) => Assert.Equal(["status-unknown status"], Refused(Good with { Status = status }));

    [Fact]
    public void AStatusIsNeverAssumed() => Assert.Equal(["required status"], Refused(Good with { Status = null }));

    [Fact]
    public void AnUnknownScopeCodeIsNamed() =>
        Assert.Equal(["scope-code-unknown scope.code"], Refused(Good with { Scope = new() { Type = "municipality", Code = "GM9999" } }));

    [Fact]
    public void AScopeCodeOfAnotherTypeIsNamed() =>
        Assert.Equal(["scope-type-mismatch scope.code"], Refused(Good with { Scope = new() { Type = "municipality", Code = "PV26" } }));

    [Fact]
    public void AnUnknownScopeTypeIsNamed() =>
        Assert.Equal(["scope-type-unknown scope.type"], Refused(Good with { Scope = new() { Type = "planet", Code = "PV26" } }));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void ALevelOffTheScaleIsRefusedWithTheScale(int level)
    {
        var problem = Assert.Single(ProposalRules.Check(Good with { Level = level }, Some.Now).Problems);

        Assert.Equal(("level-unknown", "level"), (problem.Rule, problem.Field));
        Assert.Contains("1 minimal, 2 limited, 3 significant, 4 substantial, 5 critical", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-03-18T18:00:00")]
    [InlineData("tonight")]
    [InlineData("")]
    public void ATimeWithoutAnOffsetIsRefused(string time)
    {
        Assert.Equal(["time-malformed from"], Refused(Good with { From = time }));
        Assert.Equal(["time-malformed until"], Refused(Good with { Until = time }));
    }

    [Theory]
    [InlineData("2019-03-18T18:00:00+01:00")]
    [InlineData("2019-03-18T17:00:00Z")]
    [InlineData("2019-03-18T18:00:01+01:00")]
    public void TheEndMustBeLaterThanTheStart(string from) =>
        Assert.Equal(["until-before-from until"], Refused(Good with { From = from }));

    [Fact]
    public void TheEndMustNotHavePassed()
    {
        Assert.Equal(["until-passed until"], Refused(Good with { From = null, Until = Rfc3339.Write(Some.Now) }));
        Assert.Empty(Refused(Good with { From = null, Until = Rfc3339.Write(Some.Now.AddSeconds(1)) }));
    }

    [Fact]
    public void AStartThatHasPassedIsAllowed() => Assert.Empty(Refused(Good with { From = "2019-03-01T00:00:00+01:00" }));

    [Fact]
    public void TheStartMayLie30DaysAheadAndNotMore()
    {
        var latest = Some.Now.AddDays(30);

        Assert.Empty(Refused(Good with { From = Rfc3339.Write(latest), Until = null }));
        Assert.Equal(["from-too-far from"], Refused(Good with { From = Rfc3339.Write(latest.AddSeconds(1)), Until = null }));
    }

    [Theory]
    [InlineData("", "required reason.nl")]
    [InlineData(" \t\r\n\u00a0", "required reason.nl")]
    [InlineData("one\nline", "control-characters reason.nl")]
    [InlineData("tab\there", "control-characters reason.nl")]
    [InlineData("turn\u202earound", "control-characters reason.nl")]
    [InlineData("half \ud83d", "control-characters reason.nl")]
    public void AReasonIsVisibleText(string reason, string problem)
    {
        Assert.Equal([problem], Refused(Good with { Reason = Good.Reason! with { Nl = reason } }));
        Assert.Equal([problem.Replace(".nl", ".en", StringComparison.Ordinal)], Refused(Good with { Reason = Good.Reason! with { En = reason } }));
    }

    [Fact]
    public void AReasonHasAtMost2000Characters()
    {
        Assert.Empty(Refused(Good with { Reason = Good.Reason! with { En = new('a', 2000) } }));
        Assert.Equal(["too-long reason.en"], Refused(Good with { Reason = Good.Reason! with { En = new('a', 2001) } }));
    }

    [Fact]
    public void AnEditionHasAShortLabelAndAtMostAShortReference()
    {
        Assert.Empty(Refused(Good with { Dtn = new() { Label = new('a', 60), Reference = new('b', 100) } }));
        Assert.Equal(["required dtn.label"], Refused(Good with { Dtn = new() { Reference = "kst-29754-468" } }));
        Assert.Equal(
            ["too-long dtn.label", "too-long dtn.reference"],
            Refused(Good with { Dtn = new() { Label = new('a', 61), Reference = new('b', 101) } }));
    }

    [Fact]
    public void AnEditionWithoutAReferenceHasNone() =>
        Assert.Null(ProposalRules.Check(Good with { Dtn = new() { Label = "december 2023", Reference = " " } }, Some.Now).Value!.Dtn!.Reference);

    private static IEnumerable<string> Refused(ProposalInput input) =>
        ProposalRules.Check(input, Some.Now).Problems.Select(problem => $"{problem.Rule} {problem.Field}");
}
