using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Alerts;

/// <summary>Whose alerts a correction or withdrawal has to reckon with. Pure.</summary>
/// <remarks>
/// A correction goes to the audience of what it corrects. A withdrawal must also find those who heard an earlier declaration of the
/// scope and, because the alert of what is withdrawn was cut off, nothing since: they too act on what holds no longer.
/// </remarks>
internal static class Lineage
{
    /// <summary>An alert that had this long until the next word reached everybody that it could: 24 hours.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    /// <summary>The declarations whose alerts are followed, newest first; the first is the one that is corrected or withdrawn.</summary>
    /// <param name="annulment">An approved correction or withdrawal.</param>
    /// <param name="approved">All approved declarations.</param>
    public static IReadOnlyList<Declaration> Of(Declaration annulment, IReadOnlyList<Declaration> approved)
    {
        var line = new List<Declaration>();
        var next = annulment;
        var current = Find(annulment.Original!.Id, approved);
        while (current is not null)
        {
            line.Add(current);
            // What annuls another brings along what that one followed.
            if (annulment.Kind == DeclarationKind.Correct || Succession.Annuls(current) || At(next) - At(current) > Reach)
                break;
            next = current;
            current = Before(current, approved, At(annulment));
        }

        return line;
    }

    private static Declaration? Before(Declaration current, IReadOnlyList<Declaration> approved, DateTimeOffset now)
    {
        var before = current.Original is { } original
            ? Find(original.Id, approved)
            : approved.Where(other => other.Scope == current.Scope && other.Status == current.Status && other.Sequence < current.Sequence).MaxBy(other => other.Sequence);
        // Nobody acts on what has ended; and the country falls back to what has no end.
        var isRight = before is null || before.Until <= now || (before.Scope.Type == ScopeType.Country && before.Until is null && !Succession.Annuls(before));
        return isRight ? null : before;
    }

    private static Declaration? Find(DeclarationId id, IEnumerable<Declaration> approved) => approved.FirstOrDefault(one => one.Id == id);

    private static DateTimeOffset At(Declaration declaration) => declaration.Decision!.At;
}
