namespace Alerting.Declarations;

/// <summary>Which fields the kinds of a declaration take.</summary>
internal static class KindRules
{
    /// <summary>True when the level is that of the declaration that is followed, and so may be left out.</summary>
    public static bool KeepsLevel(DeclarationKind? kind) => kind is DeclarationKind.Extend or DeclarationKind.Withdraw;

    /// <summary>Notes what is missing for a kind and what has no place in it; gives the declaration that is followed, if one is named rightly.</summary>
    public static DeclarationId? Check(ProposalFindings findings, DeclarationKind kind, ProposalInput input)
    {
        if (kind == DeclarationKind.Extend)
            CheckExtension(findings, input);
        if (kind == DeclarationKind.Withdraw)
            CheckWithdrawal(findings, input);
        return Original(findings, kind, input.Of);
    }

    private static void CheckExtension(ProposalFindings findings, ProposalInput input)
    {
        if (input.From is not null)
            findings.Add("not-for-kind", "from", "An extension starts when it is approved: leave the start out.");
        if (input.Until is null)
            findings.Add("required", "until", "Say until when it is extended.");
    }

    private static void CheckWithdrawal(ProposalFindings findings, ProposalInput input)
    {
        if (input.Level is not null)
            findings.Add("not-for-kind", "level", "A withdrawal sets no level: what covers the scope from above holds again. Leave it out, or lower the level.");
        if (input.From is not null)
            findings.Add("not-for-kind", "from", "A withdrawal counts from its approval: leave the start out.");
        if (input.Until is not null)
            findings.Add("not-for-kind", "until", "A withdrawal has no end: leave it out.");
    }

    private static DeclarationId? Original(ProposalFindings findings, DeclarationKind kind, string? of)
    {
        if (of is null && kind != DeclarationKind.Set)
            findings.Add("required", "of", "Name the approved declaration that this one follows.");
        if (of is not null && kind == DeclarationKind.Set)
            findings.Add("not-for-kind", "of", "A declaration that sets a level follows no other: leave this out, or choose another kind.");
        if (of is null || kind == DeclarationKind.Set)
            return null;
        if (DeclarationId.TryParse(of, out var id))
            return id;
        findings.Add("declaration-unknown", "of", $"There is no declaration '{of}'. Ids look like 20190318-7K3Q9F.");
        return null;
    }
}
