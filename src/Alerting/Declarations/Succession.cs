namespace Alerting.Declarations;

/// <summary>What later declarations make of an earlier one.</summary>
public static class Succession
{
    /// <summary>True for a correction and a withdrawal: the declaration that it follows is no longer meant.</summary>
    public static bool Annuls(Declaration declaration) => declaration.Kind is DeclarationKind.Correct or DeclarationKind.Withdraw;

    /// <summary>The correction or withdrawal of a declaration; null while it is meant.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    public static Declaration? AnnulmentOf(Declaration declaration, IEnumerable<Declaration> approved) =>
        approved.FirstOrDefault(other => other.State == DeclarationState.Approved && Annuls(other) && other.Original?.Id == declaration.Id);

    /// <summary>
    /// The declaration that has taken the place of another: for the same scope and of the same status, later by its start or, of
    /// equal starts, by its approval; it has started, or starts no later than the other one, which then never holds.
    /// </summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="now">The present.</param>
    /// <returns>Null while nothing has.</returns>
    public static Declaration? ReplacementOf(Declaration declaration, IReadOnlyList<Declaration> approved, DateTimeOffset now) =>
        approved.FirstOrDefault(other =>
            IsAfter(other, declaration)
            && (other.EffectiveFrom <= now || other.EffectiveFrom == declaration.EffectiveFrom)
            && EverHolds(other, AnnulmentOf(other, approved)));

    /// <summary>Those that decide whether a declaration was annulled or replaced: of a record of years a few, and both answers are the same by them as by all.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    public static IReadOnlyList<Declaration> Deciding(Declaration declaration, IEnumerable<Declaration> approved) =>
        [.. approved.Where(other => Annuls(other) || IsAfter(other, declaration))];

    /// <summary>True when a declaration sets a level for some time, however short: it is no withdrawal, was not corrected, and not withdrawn before its start.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="annulment">Its correction or withdrawal, if there is one.</param>
    public static bool EverHolds(Declaration declaration, Declaration? annulment) =>
        declaration.Kind != DeclarationKind.Withdraw
        && annulment?.Kind != DeclarationKind.Correct
        && !(annulment?.Decision!.At <= declaration.EffectiveFrom);

    private static bool IsAfter(Declaration other, Declaration declaration) =>
        other.State == DeclarationState.Approved
        && other.Scope == declaration.Scope
        && other.Status == declaration.Status
        && (other.EffectiveFrom == declaration.EffectiveFrom ? other.Sequence > declaration.Sequence : other.EffectiveFrom > declaration.EffectiveFrom);
}
