using Alerting.Levels;
using Alerting.Texts;

namespace Alerting.Declarations;

/// <summary>The rules of a proposal that need nothing but the input and the time.</summary>
public static class ProposalRules
{
    /// <summary>How far ahead a start may lie: 30 days.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(30);

    /// <summary>Checks everything at once.</summary>
    /// <returns>The proposal, or every problem there is, each with the path of its field.</returns>
    public static Result<Proposal> Check(ProposalInput input, DateTimeOffset now)
    {
        var findings = new ProposalFindings();
        var kind = findings.Word<DeclarationKind>("kind", input.Kind);
        var of = KindRules.Check(findings, kind ?? DeclarationKind.Set, input);
        var scope = findings.Scope(input.Scope);
        var level = input.Level is null && KindRules.KeepsLevel(kind) ? null : Level(findings, input.Level);
        var from = findings.Time("from", input.From);
        var until = findings.Time("until", input.Until);
        CheckPeriod(findings, from, until, now);
        var reason = new BilingualText(
            findings.Text("reason.nl", input.Reason?.Nl, TextRules.MaxReason), findings.Text("reason.en", input.Reason?.En, TextRules.MaxReason));
        var dtn = Edition(findings, input.Dtn);
        var status = findings.Word<DeclarationStatus>("status", input.Status);
        return findings.Problems.Count > 0
            ? findings.Problems
            : new Proposal(kind!.Value, scope!, level, from, until, reason, dtn, status!.Value, of);
    }

    private static Level? Level(ProposalFindings findings, int? level)
    {
        if (level is { } number && Enum.IsDefined((Level)number))
            return (Level)number;
        var scale = string.Join(", ", Enum.GetValues<Level>().Select(step => FormattableString.Invariant($"{(int)step} {LevelScale.NameOf(step).En}")));
        findings.Add(level is null ? "required" : "level-unknown", "level", $"The level is one of: {scale}.");
        return null;
    }

    private static void CheckPeriod(ProposalFindings findings, DateTimeOffset? from, DateTimeOffset? until, DateTimeOffset now)
    {
        if (from - now > MaxAhead)
            findings.Add("from-too-far", "from", $"The start lies more than 30 days ahead; the latest possible now is {Rfc3339.Write(now + MaxAhead)}.");
        if (until <= from)
            findings.Add("until-before-from", "until", "The end must be later than the start.");
        else if (until <= now)
            findings.Add("until-passed", "until", $"The end has passed already: it is {Rfc3339.Write(now)}.");
    }

    private static Dtn? Edition(ProposalFindings findings, DtnInput? input)
    {
        if (input is null)
            return null;
        var label = findings.Text("dtn.label", input.Label, 60);
        var reference = string.IsNullOrWhiteSpace(input.Reference) ? null : findings.Text("dtn.reference", input.Reference, 100);
        return new(label, reference);
    }
}
