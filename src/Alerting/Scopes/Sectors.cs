using System.Collections.Frozen;

namespace Alerting.Scopes;

/// <summary>The sectors.</summary>
/// <remarks>
/// Those that the former alerting system for companies (ATb, 2005 to 2018) is known to have had, with electricity and gas taken
/// together as energy; and government, to which the ministries and crisis centres among the bodies belong. The whole list of its
/// fifteen sectors was not found. Source: https://www.nctv.nl/onderwerpen/atb and the archived page of english.nctv.nl.
/// </remarks>
public static class Sectors
{
    /// <summary>Railways; every station belongs to it.</summary>
    public const string Rail = "rail";

    /// <summary>Aviation; every airport belongs to it.</summary>
    public const string Aviation = "aviation";

    /// <summary>Sea ports; every port belongs to it.</summary>
    public const string Ports = "ports";

    /// <summary>All sectors.</summary>
    public static IReadOnlyList<Sector> All { get; } =
    [
        new(Rail, new("spoor", "rail")),
        new(Aviation, new("luchtvaart", "aviation")),
        new(Ports, new("havens", "ports")),
        new("energy", new("energie", "energy")),
        new("drinking-water", new("drinkwater", "drinking water")),
        new("public-events", new("publieksevenementen", "public events")),
        new("public-transport", new("stads- en streekvervoer", "urban and regional transport")),
        new("tunnels-and-water-works", new("tunnels en waterkeringen", "tunnels and water-control structures")),
        new("government", new("overheid", "government")),
        new("nuclear", new("nucleaire installaties", "nuclear installations")),
        new("chemical", new("chemie", "chemical industry")),
    ];

    private static readonly FrozenDictionary<string, Sector> ByCode =
        All.ToFrozenDictionary(sector => sector.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The sector with that code, in upper or lower case; null when there is none.</summary>
    public static Sector? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
