using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>How the level of one standpoint goes through time.</summary>
internal sealed class LevelCourse
{
    private readonly LevelSetting[][] byScope;
    private readonly DateTimeOffset[] changes;

    private LevelCourse(IReadOnlyList<LevelSetting> settings)
    {
        byScope = [.. settings.GroupBy(setting => setting.Scope).OrderBy(scope => scope.Key.Type).ThenBy(scope => scope.Key.Code, StringComparer.Ordinal).Select(Newest)];
        changes = [.. settings.SelectMany(Ends).Distinct().Order()];
    }

    public static LevelCourse For(Standpoint standpoint, IEnumerable<LevelSetting> settings) =>
        new([.. settings.Where(setting => setting.Scope.Covers(standpoint.Place, standpoint.Sectors))]);

    /// <summary>What holds at a moment; null before everything.</summary>
    public LevelSetting? At(DateTimeOffset moment) =>
        byScope.Select(scope => Own(scope, moment)).OfType<LevelSetting>().MaxBy(setting => setting.Level);

    /// <summary>When what holds at a moment gives way to something else; null for never.</summary>
    public DateTimeOffset? Until(DateTimeOffset moment, LevelSetting held)
    {
        foreach (var change in changes)
            if (change > moment && !ReferenceEquals(At(change), held))
                return change;
        return null;
    }

    /// <summary>Since when what holds at a moment has held without a break.</summary>
    public DateTimeOffset Since(DateTimeOffset moment, LevelSetting held)
    {
        var since = moment;
        foreach (var change in changes.Reverse().SkipWhile(change => change > moment))
        {
            if (!ReferenceEquals(At(change), held))
                break;
            since = change;
        }

        return since;
    }

    private static LevelSetting? Own(LevelSetting[] newestFirst, DateTimeOffset moment)
    {
        var latest = Array.Find(newestFirst, setting => setting.From <= moment);
        if (latest is null || latest.Until is not { } end || end > moment)
            return latest;
        return latest.Scope.Type == ScopeType.Country
            ? Array.Find(newestFirst, setting => setting.From <= moment && setting.Until is null)
            : null;
    }

    private static LevelSetting[] Newest(IEnumerable<LevelSetting> scope) =>
        [.. scope.OrderByDescending(setting => setting.From).ThenByDescending(setting => setting.Sequence)];

    private static IEnumerable<DateTimeOffset> Ends(LevelSetting setting) =>
        setting.Until is { } until ? [setting.From, until] : [setting.From];
}
