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
internal sealed record LevelSetting(
    Scope Scope, Level Level, DateTimeOffset From, DateTimeOffset? Until, long Sequence, Declaration? Declaration, HistoryEntry? Entry)
{
    /// <summary>All that ever held or will: the history, and every declaration that is approved and meant.</summary>
    public static IEnumerable<LevelSetting> All(IEnumerable<Declaration> declarations, IEnumerable<HistoryEntry> history) =>
        history.Select(Of).Concat(declarations.Where(Counts).Select(Of));

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

    private static bool Counts(Declaration declaration) =>
        declaration is { State: DeclarationState.Approved, Status: DeclarationStatus.Actual };

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
