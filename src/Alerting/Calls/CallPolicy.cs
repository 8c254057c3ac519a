using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Levels;

namespace Alerting.Calls;

/// <summary>Whom a declaration calls. Pure.</summary>
/// <param name="options">Settings.</param>
public sealed class CallPolicy(CallOptions options)
{
    /// <summary>
    /// A level that is set or extended, not lower than what held before and no test, calls whoever does not confirm; at level 5 nobody
    /// waits for that. A correction or withdrawal of what called somebody calls whom its text message misses; one to a higher level is as good as new.
    /// </summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    public CallReach ReachOf(Declaration declaration, IReadOnlyList<Declaration> approved)
    {
        if (options.Attempts == 0 || !Calls(declaration.Status) || declaration.EffectiveFrom is not { } from)
            return CallReach.Nobody;
        if (Succession.Annuls(declaration) && !IsRaised(declaration))
            return Lineage.Of(declaration, approved).Any(former => ReachOf(former, approved) != CallReach.Nobody) ? CallReach.Missed : CallReach.Nobody;
        if (declaration.Kind == DeclarationKind.Lower || Before(declaration, from, approved) > declaration.Level)
            return CallReach.Nobody;
        return declaration.Level == Level.Critical ? CallReach.Everybody : CallReach.Unconfirmed;
    }

    private static bool IsRaised(Declaration annulment) =>
        annulment.Kind == DeclarationKind.Correct && annulment.Level > annulment.Original?.Level;

    private bool Calls(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Actual => true,
        DeclarationStatus.Exercise => options.Exercises,
        _ => false,
    };

    // What an exercise set before lowers only an exercise; without one, all are measured by what really holds.
    private static Level? Before(Declaration declaration, DateTimeOffset from, IReadOnlyList<Declaration> approved) =>
        approved
            .Where(other => other.Status == declaration.Status && other.Scope == declaration.Scope && other.Sequence < declaration.Sequence)
            .Where(other => other.EffectiveFrom <= from && !(other.Until <= from))
            .MaxBy(other => other.Sequence)?.Level
        ?? EffectiveLevel.At(from.AddTicks(-1), Standpoint.Of(declaration.Scope), approved.Where(other => other.Id != declaration.Id), LevelHistory.Entries)?.Level;
}
