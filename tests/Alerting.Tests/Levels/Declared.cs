using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Tests.Levels;

/// <summary>Approved declarations in few words; hours count from <see cref="Some.Now"/>.</summary>
internal static class Declared
{
    private static long sequence;

    public static Declaration In(string scope, Level level, double from = 0, double? until = null)
    {
        var start = Some.Now.AddHours(from);
        return Some.Approved(Interlocked.Increment(ref sequence)) with
        {
            Scope = Places.Find(scope) is { } place ? Scope.Of(place) : new(ScopeType.Sector, scope),
            Level = level,
            EffectiveFrom = start,
            Until = until is { } hours ? Some.Now.AddHours(hours) : null,
            Decision = new("approver-1", start, null),
        };
    }

    /// <summary>One that follows another, approved at an hour and starting then.</summary>
    public static Declaration Following(Declaration original, DeclarationKind kind, double at) => In(original.Scope.Code, original.Level, at) with
    {
        Kind = kind,
        Status = original.Status,
        Original = OriginalStatement.Of(original),
    };

    public static EffectiveLevel At(double hours, string place, params Declaration[] declarations) =>
        EffectiveLevel.At(Some.Now.AddHours(hours), Standpoint(place), declarations, LevelHistory.Entries)!;

    public static Standpoint Standpoint(string place, params string[] sectors) => new(Places.Get(place), sectors);
}
