using System.Collections.Frozen;

namespace Alerting.Scopes;

/// <summary>What borders on a scope, so that who is there can be told that the level does not hold for them.</summary>
/// <remarks>
/// A municipality: the rest of its security region. A region: the rest of its province, or, where the region is the whole province,
/// what borders on the province. A province: the provinces that border on it. A site: the rest of its municipality. The country and
/// sectors have no neighbours.
/// </remarks>
public static class Neighbours
{
    // Each border once. Land borders, the Houtribdijk and the Afsluitdijk, and the narrow waters of the IJsselmeer and the Delta.
    private static readonly (string, string)[] Borders =
    [
        ("PV20", "PV21"), ("PV20", "PV22"),
        ("PV21", "PV22"), ("PV21", "PV23"), ("PV21", "PV24"), ("PV21", "PV27"),
        ("PV22", "PV23"),
        ("PV23", "PV24"), ("PV23", "PV25"),
        ("PV24", "PV25"), ("PV24", "PV26"), ("PV24", "PV27"),
        ("PV25", "PV26"), ("PV25", "PV28"), ("PV25", "PV30"), ("PV25", "PV31"),
        ("PV26", "PV27"), ("PV26", "PV28"),
        ("PV27", "PV28"),
        ("PV28", "PV29"), ("PV28", "PV30"),
        ("PV29", "PV30"),
        ("PV30", "PV31"),
    ];

    private static readonly FrozenDictionary<string, string[]> Bordering = Borders
        .SelectMany(border => new[] { border, (border.Item2, border.Item1) })
        .GroupBy(border => border.Item1, border => border.Item2)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenSet<string> WholeProvinces = Places.All
        .Where(place => place.Type == ScopeType.Region)
        .GroupBy(region => region.Within[0])
        .Where(regions => regions.Count() == 1)
        .Select(regions => regions.Single().Code)
        .ToFrozenSet();

    /// <summary>Codes of the provinces that border on a province, given by its canonical code.</summary>
    public static IReadOnlyList<string> OfProvince(string code) => Bordering[code];

    /// <summary>Codes of the areas in which a place is a neighbour of the scope, unless it is inside.</summary>
    internal static IReadOnlyList<string> Areas(Scope scope)
    {
        if (scope.Type is ScopeType.Country or ScopeType.Sector)
            return [];
        if (scope.Type == ScopeType.Province)
            return OfProvince(scope.Code);
        var container = Places.Get(scope.Code).Within[0];
        return scope.Type == ScopeType.Region && WholeProvinces.Contains(scope.Code) ? OfProvince(container) : [container];
    }
}
