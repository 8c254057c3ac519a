namespace Alerting.Benchmarks;

/// <summary>Where a level may be declared, and which of the directory's places lie in it. None of the places is a neighbour of another.</summary>
internal sealed record SoakScope(string Type, string Code, params string[] Places)
{
    public static IReadOnlyList<SoakScope> All { get; } =
    [
        new("country", "NL", [.. SoakDirectory.Places]),
        new("province", "PV26", "GM0344"),
        new("region", "VR09", "GM0344"),
        new("municipality", "GM0344", "GM0344"),
        new("municipality", "GM0014", "GM0014"),
        new("municipality", "GM0935", "GM0935"),
    ];
}
