using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>The level that holds for a place, body or sector at a moment, and where it comes from.</summary>
public sealed record EffectiveLevel
{
    /// <summary>The level.</summary>
    public required Level Level { get; init; }

    /// <summary>The scale it was set on.</summary>
    public required ScaleVersion Scale { get; init; }

    /// <summary>The scope it was set for: the place itself, one around it, or a sector.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Since when this answer has held without a break.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the answer changes by what is known at present; null for not at all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The declaration it comes from; null when it comes from the history.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>The announcement of the history it comes from; null when it comes from a declaration.</summary>
    public HistoryEntry? Entry { get; init; }

    /// <summary>
    /// The level at a moment. In each scope the latest one that has started is the scope's own, of two with one start the one
    /// approved later; when it has ended, the scope has none, but the country falls back to its latest one without an end. The
    /// highest of the own ones of all scopes that cover the standpoint holds; of equals, that of the widest scope.
    /// </summary>
    /// <param name="moment">Past, present or future.</param>
    /// <param name="standpoint">For whom.</param>
    /// <param name="declarations">All declarations; only approved actual ones count.</param>
    /// <param name="history">What held before: <see cref="LevelHistory.Entries"/>.</param>
    /// <returns>Null before the first level there was, in May 2005.</returns>
    public static EffectiveLevel? At(
        DateTimeOffset moment, Standpoint standpoint, IEnumerable<Declaration> declarations, IEnumerable<HistoryEntry> history)
    {
        var course = LevelCourse.For(standpoint, LevelSetting.All(declarations, history));
        return course.At(moment) is not { } setting ? null : new()
        {
            Level = setting.Level,
            Scale = setting.Entry?.Scale ?? ScaleVersion.FiveStep,
            Scope = setting.Scope,
            Since = course.Since(moment, setting),
            Until = course.Until(moment, setting),
            Declaration = setting.Declaration,
            Entry = setting.Entry,
        };
    }
}
