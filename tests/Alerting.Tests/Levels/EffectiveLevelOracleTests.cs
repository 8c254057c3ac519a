using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Levels;

/// <summary>Compares with an oracle that lives through time hour by hour and knows nothing of intervals.</summary>
public sealed class EffectiveLevelOracleTests
{
    private const int Hours = 16;

    private static readonly HistoryEntry Past = LevelHistory.Entries[0] with { From = HistoricDate.Exactly(Some.Now.AddYears(-1)) };

    private static readonly Gen<Declaration> AnyDeclaration = Gen.Select(
        Gen.OneOf("NL", "PV26", "VR09", "GM0344", "ST-UT", "PV27", "rail", "energy"),
        Gen.Enum<Level>(),
        Gen.Int[0, Hours - 1],
        Gen.Int[0, 6],
        Gen.Int[0, 7],
        (scope, level, from, length, status) => Declared.In(scope, level, from, length == 0 ? null : from + length) with
        {
            Status = status == 0 ? DeclarationStatus.Exercise : DeclarationStatus.Actual,
        });

    private static readonly Gen<Standpoint> AnyStandpoint = Gen.Select(
        Gen.OneOf("NL", "PV26", "VR09", "GM0344", "GM0307", "ST-UT", "ST-AMF", "GM0363"),
        Gen.OneOf(Gen.Const(Array.Empty<string>()), Gen.Const(new[] { "rail" }), Gen.Const(new[] { "energy", "rail" })),
        Declared.Standpoint);

    [Fact]
    public void LevelSourceSinceAndUntilAreThoseOfTheOracle() =>
        Gen.Select(AnyDeclaration.Array[0, 12], AnyStandpoint).Sample(
            (declarations, standpoint) =>
            {
                var lived = Live(declarations, standpoint);
                for (var hour = 0; hour < lived.Length; hour++)
                {
                    var answer = EffectiveLevel.At(Some.Now.AddHours(hour), standpoint, declarations, [Past])!;
                    Assert.Equal(lived[hour], answer.Declaration);
                    Assert.Equal(lived[hour]?.Level ?? Past.Level, answer.Level);
                    Assert.Equal(Since(lived, hour), answer.Since);
                    Assert.Equal(Until(lived, hour), answer.Until);
                }
            },
            iter: 2_000);

    [Fact]
    public void TheOrderInWhichDeclarationsAreGivenDoesNotMatter() =>
        Gen.Select(AnyDeclaration.Array[2, 8], AnyStandpoint, Gen.Int[0, Hours]).Sample((declarations, standpoint, hour) =>
        {
            var moment = Some.Now.AddHours(hour);
            return EffectiveLevel.At(moment, standpoint, declarations, [Past])
                == EffectiveLevel.At(moment, standpoint, Enumerable.Reverse(declarations), [Past]);
        });

    /// <summary>The declaration that holds in each hour; null for the past's.</summary>
    private static Declaration?[] Live(Declaration[] declarations, Standpoint standpoint)
    {
        var own = new Dictionary<Scope, Declaration>();
        Declaration? open = null;
        var lived = new Declaration?[Hours + 8];
        for (var hour = 0; hour < lived.Length; hour++)
        {
            var now = Some.Now.AddHours(hour);
            foreach (var starting in declarations.Where(Actual).Where(one => one.EffectiveFrom == now).OrderBy(one => one.Sequence))
            {
                own[starting.Scope] = starting;
                if (starting.Scope == Scope.Country && starting.Until is null)
                    open = starting;
            }

            foreach (var (scope, _) in own.Where(pair => pair.Value.Until == now).ToList())
                own.Remove(scope);
            lived[hour] = Highest(own, open, standpoint);
        }

        return lived;
    }

    // Widest first, and only a higher level displaces what was found: of equals the widest stays.
    private static Declaration? Highest(Dictionary<Scope, Declaration> own, Declaration? open, Standpoint standpoint)
    {
        var highest = own.GetValueOrDefault(Scope.Country) ?? open;
        foreach (var code in new[] { "PV26", "VR09", "GM0344", "ST-UT", "PV27", "energy", "rail" })
        {
            var mine = own.Values.FirstOrDefault(one => one.Scope.Code == code);
            if (mine is not null && Reaches(code, standpoint) && mine.Level > (highest?.Level ?? Past.Level))
                highest = mine;
        }

        return highest;
    }

    private static bool Reaches(string code, Standpoint standpoint)
    {
        if (code == "rail" && standpoint.Place.Code.StartsWith("ST-", StringComparison.Ordinal))
            return true;
        if (Sectors.Find(code) is not null)
            return standpoint.Sectors.Contains(code);
        var place = standpoint.Place;
        while (place.Code != code && place.Within.Count > 0)
            place = Places.Get(place.Within[0]);
        return place.Code == code;
    }

    private static bool Actual(Declaration declaration) => declaration.Status == DeclarationStatus.Actual;

    private static DateTimeOffset Since(Declaration?[] lived, int hour)
    {
        var since = hour;
        while (since > 0 && lived[since - 1] == lived[hour])
            since--;
        return since == 0 && lived[hour] is null ? Past.From.At : Some.Now.AddHours(since);
    }

    private static DateTimeOffset? Until(Declaration?[] lived, int hour)
    {
        var until = hour;
        while (until < lived.Length && lived[until] == lived[hour])
            until++;
        return until == lived.Length ? null : Some.Now.AddHours(until);
    }
}
