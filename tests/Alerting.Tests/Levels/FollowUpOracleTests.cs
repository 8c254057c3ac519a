using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Ledger;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Levels;

/// <summary>Random sequences of all kinds, taken through the rules, against an oracle that keeps what each scope says of each hour and rewrites it.</summary>
public sealed class FollowUpOracleTests
{
    private const int Hours = 24;
    private static readonly string[] Codes = ["NL", "PV26", "GM0344"];
    private static readonly HistoryEntry Past = LevelHistory.Entries[0] with { From = HistoricDate.Exactly(Some.Now.AddYears(-1)) };

    private sealed record Step(DeclarationKind Kind, string Scope, Level Level, int After, int From, int Length);

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Enum<DeclarationKind>(), Gen.OneOf("NL", "PV26", "GM0344"), Gen.Enum<Level>(), Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 8],
        (kind, scope, level, after, from, length) => new Step(kind, scope, level, after, from, length));

    [Fact]
    public void WhatHoldsInEveryHourIsWhatTheOracleSays() =>
        AnyStep.Array[1, 14].Sample(
            steps =>
            {
                var approved = Approved(steps);
                for (var at = 0; at < Hours; at++)
                    Assert.Equal(Lived(approved, at), EffectiveLevel.At(Some.Now.AddHours(at), Declared.Standpoint("GM0344"), approved, [Past])!.Declaration);
            },
            iter: 3_000);

    [Fact]
    public void WhyAnAlertLostItsReasonIsTheSameByThoseThatDecideAsByAll() =>
        AnyStep.Array[1, 14].Sample(
            steps =>
            {
                var approved = Approved(steps);
                foreach (var declaration in approved)
                    for (var at = 0; at < Hours; at++)
                        Assert.Equal(
                            Standing.LostBy(declaration, approved, Some.Now.AddHours(at)),
                            Standing.LostBy(declaration, Succession.Deciding(declaration, approved), Some.Now.AddHours(at)));
            },
            iter: 1_000);

    private static List<Declaration> Approved(Step[] steps)
    {
        var (approved, hour) = (new List<Declaration>(), 0);
        foreach (var step in steps)
        {
            hour += step.After;
            if (Decide(step, approved, Some.Now.AddHours(hour)) is { } declaration)
                approved.Add(declaration);
        }

        return approved;
    }

    // Through the same rules as every declaration; what they refuse is not part of the sequence.
    private static Declaration? Decide(Step step, List<Declaration> approved, DateTimeOffset now)
    {
        var basis = new DecisionBasis(now, new(approved.Count, LedgerHead.Genesis, approved.Count, ""), approved);
        var scope = Scope.Of(Places.Get(step.Scope));
        var original = step.Kind == DeclarationKind.Set ? null : approved.LastOrDefault(one => one.Scope == scope && Succession.AnnulmentOf(one, approved) is null);
        if (original is null && step.Kind != DeclarationKind.Set)
            return null;
        var takesFrom = step.Kind is DeclarationKind.Set or DeclarationKind.Lower or DeclarationKind.Correct;
        var proposal = new Proposal(
            step.Kind,
            scope,
            step.Kind is DeclarationKind.Extend or DeclarationKind.Withdraw ? null : step.Level,
            takesFrom && step.From > 0 ? now.AddHours(step.From) : null,
            step.Length == 0 || step.Kind == DeclarationKind.Withdraw ? null : now.AddHours(step.From + step.Length),
            Some.Reason,
            null,
            DeclarationStatus.Actual,
            original?.Id);
        var followed = original is null ? proposal : DeclarationRules.Follow(proposal, original, basis).Value;
        return followed is null
            ? null
            : DeclarationRules.Approve(DeclarationRules.Propose(DeclarationId.New(now), followed, new("proposer-1"), basis), new("approver-1"), basis, "7K3Q").Value;
    }

    // As if what was wrong had never been said, and hour by hour.
    private static Declaration? Lived(List<Declaration> approved, int at)
    {
        var said = approved.Where(one => one.Kind != DeclarationKind.Withdraw && !approved.Any(other => other.Kind == DeclarationKind.Correct && other.Original!.Id == one.Id)).ToList();
        Declaration? highest = null;
        foreach (var code in Codes)
        {
            if (Own(said, approved, code, at) is { } mine && (highest is null ? mine.Level > Past.Level || code == "NL" : mine.Level > highest.Level))
                highest = mine;
        }

        return highest;
    }

    private static Declaration? Own(List<Declaration> said, List<Declaration> approved, string code, int at)
    {
        var (now, mine) = (Some.Now.AddHours(at), said.Where(one => one.Scope.Code == code).ToList());
        var started = mine.Where(one => one.EffectiveFrom <= now && !(WithdrawnAt(one, approved) <= one.EffectiveFrom)).ToList();
        var latest = started.OrderBy(one => one.EffectiveFrom).ThenBy(one => one.Sequence).LastOrDefault();
        if (latest is null || IsOn(latest, approved, now))
            return latest;
        return code == "NL"
            ? started.Where(one => one.Until is null && WithdrawnAt(one, approved) is null).OrderBy(one => one.EffectiveFrom).ThenBy(one => one.Sequence).LastOrDefault()
            : null;
    }

    private static bool IsOn(Declaration one, List<Declaration> approved, DateTimeOffset now) => !(one.Until <= now) && !(WithdrawnAt(one, approved) <= now);

    private static DateTimeOffset? WithdrawnAt(Declaration one, List<Declaration> approved) =>
        approved.FirstOrDefault(other => other.Kind == DeclarationKind.Withdraw && other.Original!.Id == one.Id)?.Decision!.At;
}
