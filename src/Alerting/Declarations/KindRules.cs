namespace Alerting.Declarations;

/// <summary>Which fields the kinds of a declaration take.</summary>
internal static class KindRules
{
    /// <summary>True when the level is that of the declaration that is followed, and so may be left out.</summary>
    public static bool KeepsLevel(DeclarationKind? kind) => kind is DeclarationKind.Extend;

    /// <summary>Notes what is missing for a kind and what has no place in it; gives the declaration that is followed, if one is named rightly.</summary>
    public static DeclarationId? Check(ProposalFindings findings, DeclarationKind kind, ProposalInput input)
    {
        if (kind == DeclarationKind.Extend && input.From is not null)
            findings.Add("not-for-kind", "from", "An extension starts when it is approved: leave the start out.");
        if (kind == DeclarationKind.Extend && input.Until is null)
            findings.Add("required", "until", "Say until when it is extended.");
        return Original(findings, kind, input.Of);
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
