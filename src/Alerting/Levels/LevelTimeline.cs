using Alerting.Declarations;

namespace Alerting.Levels;

/// <summary>The history of levels, ours and that of the time before.</summary>
public static class LevelTimeline
{
    /// <summary>
    /// One row per approved actual declaration that set a level and per entry of the history, newest start first. What was corrected,
    /// or withdrawn before it started, has its row too: it was announced, and says by what it was annulled.
    /// </summary>
    /// <param name="declarations">All declarations; only approved actual ones count.</param>
    /// <param name="history">What held before: <see cref="LevelHistory.Entries"/>.</param>
    /// <param name="now">The present: tells what is over.</param>
    public static IReadOnlyList<TimelineRow> Rows(
        IEnumerable<Declaration> declarations, IEnumerable<HistoryEntry> history, DateTimeOffset now)
    {
        var meant = declarations.Where(LevelSetting.IsMeant).ToList();
        return
        [
            .. LevelSetting.All(meant, history)
                .GroupBy(setting => setting.Scope)
                .SelectMany(scope => Scope([.. scope.OrderBy(setting => setting.From).ThenBy(setting => setting.Sequence)], now))
                .Concat(NeverHeld(meant))
                .OrderByDescending(row => row.From)
                .ThenByDescending(row => row.Sequence)
                .Select(row => row.Row),
        ];
    }

    private static IEnumerable<(DateTimeOffset From, long Sequence, TimelineRow Row)> Scope(LevelSetting[] oldestFirst, DateTimeOffset now) =>
        oldestFirst.Select((setting, index) =>
            (setting.From, setting.Sequence, Row(setting, oldestFirst.Skip(index + 1).FirstOrDefault(later => later.Replaces(setting)), now)));

    // Announced, and taken back: shown with the time in which people took it to hold.
    private static IEnumerable<(DateTimeOffset From, long Sequence, TimelineRow Row)> NeverHeld(IReadOnlyList<Declaration> meant)
    {
        var annulments = LevelSetting.AnnulmentsIn(meant);
        foreach (var declaration in meant)
        {
            if (!annulments.TryGetValue(declaration.Id, out var annulment) || Succession.EverHolds(declaration, annulment))
                continue;
            var (from, at) = (declaration.EffectiveFrom!.Value, annulment.Decision!.At);
            var row = Row(declaration, from) with
            {
                Until = HistoricDate.Exactly(at > from ? at : from),
                Ending = annulment.Kind == DeclarationKind.Correct ? Ending.Corrected : Ending.Withdrawn,
                AnnulledBy = annulment.Id,
            };
            yield return (from, declaration.Sequence!.Value, row);
        }
    }

    private static TimelineRow Row(LevelSetting setting, LevelSetting? next, DateTimeOffset now)
    {
        var (until, ending) = End(setting, next);
        var row = setting.Entry is { } entry ? Row(entry) : Row(setting.Declaration!, setting.From);
        return row with { Until = until, Ending = until?.At <= now ? ending : null, AnnulledBy = setting.WithdrawnBy?.Id };
    }

    // What comes first: the end that was set, or the start of what took its place.
    private static (HistoricDate? Until, Ending? Ending) End(LevelSetting setting, LevelSetting? next)
    {
        if (next is not null && !(setting.Until <= next.From))
            return (next.Entry?.From ?? HistoricDate.Exactly(next.From), Ending.Replaced);
        if (setting.Until is not { } until)
            return (null, null);
        return (setting.Entry?.Until ?? HistoricDate.Exactly(until), setting.Entry?.Ending ?? (setting.WithdrawnBy is null ? Ending.Lapsed : Ending.Withdrawn));
    }

    private static TimelineRow Row(HistoryEntry entry) => new()
    {
        Announced = entry.Announced,
        From = entry.From,
        Scope = entry.Scope,
        Level = entry.Level,
        Scale = entry.Scale,
        Dtn = entry.Dtn,
        Sources = entry.Sources,
        Note = entry.Note,
    };

    private static TimelineRow Row(Declaration declaration, DateTimeOffset from) => new()
    {
        Announced = HistoricDate.Exactly(declaration.Decision!.At),
        From = HistoricDate.Exactly(from),
        Scope = declaration.Scope,
        Level = declaration.Level,
        Scale = ScaleVersion.FiveStep,
        Dtn = declaration.Dtn,
        Declaration = declaration.Id,
        Kind = declaration.Kind,
        Follows = declaration.Original?.Id,
    };
}
