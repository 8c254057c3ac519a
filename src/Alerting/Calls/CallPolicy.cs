using Alerting.Declarations;
using Alerting.Levels;

namespace Alerting.Calls;

/// <summary>Which declarations are worth a call. Pure.</summary>
/// <param name="options">Settings.</param>
public sealed class CallPolicy(CallOptions options)
{
    /// <summary>True when contacts are called for a declaration: it sets a level that is not lower than what held before, or extends one, and is no test.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="approved">All approved declarations.</param>
    public bool Calls(Declaration declaration, IReadOnlyList<Declaration> approved) =>
        options.Attempts > 0
        && declaration.Kind is DeclarationKind.Set or DeclarationKind.Extend
        && Calls(declaration.Status)
        && declaration.EffectiveFrom is { } from
        && !(Before(declaration, from, approved) > declaration.Level);

    /// <summary>True when nobody waits for a confirmation of the text message.</summary>
    public static bool AtOnce(Declaration declaration) => declaration.Level == Level.Critical;

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
