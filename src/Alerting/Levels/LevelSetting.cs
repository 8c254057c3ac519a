using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>A level set for a scope, whether by a declaration of ours or before there were any.</summary>
/// <param name="Scope">Where.</param>
/// <param name="Level">The level.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when at most, if an end was set.</param>
/// <param name="Sequence">Number of the declaration; 0 for the history, which gives way to a declaration of the same moment.</param>
/// <param name="Declaration">The declaration, or null.</param>
/// <param name="Entry">The entry of the history, or null.</param>
/// <param name="WithdrawnBy">The withdrawal that ended it before its time, or null.</param>
internal sealed record LevelSetting(
    Scope Scope, Level Level, DateTimeOffset From, DateTimeOffset? Until, long Sequence, Declaration? Declaration, HistoryEntry? Entry, Declaration? WithdrawnBy = null)
{
    /// <summary>All that ever held or will: the history, and every declaration that is approved and meant, until it was withdrawn.</summary>
    public static IEnumerable<LevelSetting> All(IEnumerable<Declaration> declarations, IEnumerable<HistoryEntry> history)
    {
        var meant = declarations.Where(IsMeant).ToList();
        var annulments = AnnulmentsIn(meant);
        return history.Select(Of).Concat(meant
            .Where(declaration => Succession.EverHolds(declaration, annulments.GetValueOrDefault(declaration.Id)))
            .Select(declaration => Of(declaration).EndedBy(annulments.GetValueOrDefault(declaration.Id))));
    }

    /// <summary>Corrections and withdrawals by the id of the declaration that they annul.</summary>
    public static Dictionary<DeclarationId, Declaration> AnnulmentsIn(IEnumerable<Declaration> meant) =>
        meant.Where(Succession.Annuls).DistinctBy(declaration => declaration.Original!.Id).ToDictionary(declaration => declaration.Original!.Id);

    /// <summary>True for an approved declaration that is neither exercise nor test.</summary>
    public static bool IsMeant(Declaration declaration) =>
        declaration is { State: DeclarationState.Approved, Status: DeclarationStatus.Actual };

    /// <summary>True when this one is later than another of the same scope, and so takes its place.</summary>
    public bool IsAfter(LevelSetting other) => From != other.From ? From > other.From : Sequence > other.Sequence;

    /// <summary>
    /// True when an earlier one of the same scope is over once this one starts. One for the country that has an end only suspends
    /// one that has none: the country always falls back to that.
    /// </summary>
    public bool Replaces(LevelSetting earlier) =>
        Scope == earlier.Scope
        && IsAfter(earlier)
        && !(Scope.Type == ScopeType.Country && earlier.Until is null && Until is not null);

    private LevelSetting EndedBy(Declaration? withdrawal) =>
        withdrawal is null || Until <= withdrawal.Decision!.At ? this : this with { Until = withdrawal.Decision.At, WithdrawnBy = withdrawal };

    private static LevelSetting Of(HistoryEntry entry) =>
        new(entry.Scope, entry.Level, entry.From.At, entry.Until?.At, 0, null, entry);

    private static LevelSetting Of(Declaration declaration) => new(
        declaration.Scope,
        declaration.Level,
        declaration.EffectiveFrom ?? throw new ArgumentException($"{declaration.Id} is approved and has no start.", nameof(declaration)),
        declaration.Until,
        declaration.Sequence ?? throw new ArgumentException($"{declaration.Id} is approved and has no number.", nameof(declaration)),
        declaration,
        null);
}
