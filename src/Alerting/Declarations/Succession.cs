namespace Alerting.Declarations;

/// <summary>What later declarations make of an earlier one.</summary>
public static class Succession
{
    /// <summary>
    /// The declaration that has taken the place of another: for the same scope and of the same status, later by its start or, of
    /// equal starts, by its approval; it has started, or starts no later than the other one, which then never holds.
    /// </summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="now">The present.</param>
    /// <returns>Null while nothing has.</returns>
    public static Declaration? ReplacementOf(Declaration declaration, IReadOnlyList<Declaration> approved, DateTimeOffset now) =>
        approved.FirstOrDefault(other => IsAfter(other, declaration) && (other.EffectiveFrom <= now || other.EffectiveFrom == declaration.EffectiveFrom));

    private static bool IsAfter(Declaration other, Declaration declaration) =>
        other.State == DeclarationState.Approved
        && other.Scope == declaration.Scope
        && other.Status == declaration.Status
        && (other.EffectiveFrom == declaration.EffectiveFrom ? other.Sequence > declaration.Sequence : other.EffectiveFrom > declaration.EffectiveFrom);
}
