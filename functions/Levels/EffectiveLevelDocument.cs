using Alerting.Levels;
using Alerting.Texts;

namespace Alerting.Functions;

/// <summary>The level that holds somewhere at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Level">1 to 5.</param>
/// <param name="LevelName">Name of the level.</param>
/// <param name="Meaning">What the level means.</param>
/// <param name="Scale">fourStep until 11 July 2016, then fiveStep.</param>
/// <param name="Scope">The scope it was set for: the place asked for, one around it, or a sector.</param>
/// <param name="Since">Since when this answer has held.</param>
/// <param name="Until">When it changes by what is known at present; null for not at all.</param>
/// <param name="Declaration">The declaration it comes from; null when it comes from the time before.</param>
/// <param name="Announcement">The announcement of the time before that it comes from, or null.</param>
internal sealed record EffectiveLevelDocument(
    DateTimeOffset At,
    int Level,
    BilingualText LevelName,
    BilingualText Meaning,
    string Scale,
    PlacedScope Scope,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    ReleasedDeclaration? Declaration,
    AnnouncementDocument? Announcement)
{
    public static EffectiveLevelDocument Of(EffectiveLevel level, DateTimeOffset at) => new(
        at,
        (int)level.Level,
        LevelScale.NameOf(level.Level),
        LevelScale.MeaningOf(level.Level),
        Words.Of(level.Scale),
        PlacedScope.Of(level.Scope),
        level.Since,
        level.Until,
        level.Declaration is { } declaration ? ReleasedDeclaration.Of(declaration) : null,
        level.Entry is { } entry ? AnnouncementDocument.Of(entry) : null);
}
