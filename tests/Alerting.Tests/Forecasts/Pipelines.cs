using Alerting.Forecasts;
using CsCheck;

namespace Alerting.Tests.Forecasts;

/// <summary>Pipelines that tests simulate.</summary>
internal static class Pipelines
{
    /// <summary>A station of so many servers that are always there.</summary>
    public static Station Station(double perSecond, int servers = 1, string name = "station") => new(name, perSecond, ScaleOut.Fixed(servers));

    /// <summary>One route; every delivery asks one unit of each station.</summary>
    public static Pipeline Of(IReadOnlyList<int> batches, params Station[] stations) =>
        new(TimeSpan.Zero, [new("sms", batches, [.. stations.Select(station => new Stop(station, 0, 1))])]);

    /// <summary>Any line of one to five stations, each with several servers that open bit by bit, chance and latency.</summary>
    public static Gen<Station[]> AnyStations { get; } =
        Gen.Select(Gen.Double[1, 1000], Gen.Int[0, 4], Gen.Int[1, 6], Gen.Int[0, 20], Gen.Int[0, 9])
            .Select((perSecond, ready, more, pause, chance) =>
                new Station("", perSecond, new(ready, ready + more, 2, TimeSpan.FromSeconds(pause))) { Latency = TimeSpan.FromMilliseconds(pause * 10), Spread = chance / 10.0 })
            .Array[1, 5]
            .Select(stations => stations.Select((station, number) => station with { Name = $"station {number}" }).ToArray());

    /// <summary>Full batches only: then no batch that is shorter overtakes another.</summary>
    public static IReadOnlyList<int> Full(int batches) => [.. Enumerable.Repeat(100, batches)];
}
