using Alerting.Forecasts;
using CsCheck;

namespace Alerting.Tests.Forecasts;

public sealed class SimulationPropertyTests
{
    // Percentiles are found to a millisecond.
    private const double Tolerance = 0.002;

    private static readonly double[] Shares = [0.01, 0.5, 0.95, 1];

    private static readonly Gen<(Station[] Stations, int Batches, int Seed)> Any =
        Gen.Select(Pipelines.AnyStations, Gen.Int[1, 60], Gen.Int[0, 1000]);

    [Fact]
    public void EverythingPlannedLeavesOnce() => Any.Sample(one =>
    {
        var simulation = Simulation.Run(Pipelines.Of([.. Pipelines.Full(one.Batches), 37], one.Stations), one.Seed);

        Assert.Equal((one.Batches * 100) + 37, simulation.Courses[0].Deliveries);
        Assert.All(simulation.Uses, use => Assert.Equal((one.Batches * 100) + 37, use.Work, 0.001));
    });

    [Fact]
    public void LaterSharesNeverLeaveEarlierAndNothingLeavesBeforeTheStart() => Any.Sample(one =>
    {
        var pipeline = Pipelines.Of(Pipelines.Full(one.Batches), one.Stations) with { Start = TimeSpan.FromSeconds(3) };
        var times = Times(pipeline, one.Seed);

        Assert.True(times[0] >= 3);
        Assert.Equal(times.Order(), times);
    });

    // Without chance: one more batch lets others take their turns at other moments, with other luck.
    [Fact]
    public void MoreRecipientsNeverFinishEarlier() => Gen.Select(Any, Gen.Int[1, 20]).Sample((one, more) =>
    {
        var stations = Certain(one.Stations);
        AssertNotEarlier(Pipelines.Of(Pipelines.Full(one.Batches), stations), Pipelines.Of(Pipelines.Full(one.Batches + more), stations), one.Seed);
    });

    [Fact]
    public void OneRecipientMoreNeverFinishesEarlierWhereNobodyOvertakes() => Gen.Select(Any, Gen.Int[1, 5000]).Sample((one, recipients) =>
    {
        Station[] stations = [.. Certain(one.Stations).Select(station => station with { Servers = ScaleOut.Fixed(1) })];
        AssertNotEarlier(
            Pipelines.Of(Route.Split([recipients], 100), stations),
            Pipelines.Of(Route.Split([recipients + 1], 100), stations),
            one.Seed);
    });

    [Fact]
    public void AFasterStationNeverMakesItSlower() => Gen.Select(Any, Gen.Int[0, 4], Gen.Double[1, 10]).Sample((one, chosen, factor) =>
    {
        var slow = Pipelines.Of(Pipelines.Full(one.Batches), one.Stations);
        var name = one.Stations[chosen % one.Stations.Length].Name;

        AssertNotEarlier(slow.With(name, station => station with { PerSecond = station.PerSecond * factor }), slow, one.Seed);
        AssertNotEarlier(slow.With(name, station => station with { Latency = station.Latency / factor }), slow, one.Seed);
        AssertNotEarlier(slow.With(name, station => station with { Servers = station.Servers with { Most = station.Servers.Most + 3 } }), slow, one.Seed);
    });

    [Fact]
    public void NoStationDoesMoreThanItCan() => Any.Sample(one =>
    {
        var pipeline = Pipelines.Of(Pipelines.Full(one.Batches), Certain(one.Stations));
        var all = Simulation.Run(pipeline, one.Seed).Courses[0].SecondsTo(1);

        Assert.All(one.Stations, station => Assert.True(all + Tolerance >= one.Batches * 100 / (station.PerSecond * station.Servers.Most)));
    });

    [Fact]
    public void TheSameSeedGivesTheSameCourse() => Any.Sample(one =>
    {
        var pipeline = Pipelines.Of(Pipelines.Full(one.Batches), one.Stations);

        Assert.Equal(Times(pipeline, one.Seed), Times(pipeline, one.Seed));
    });

    [Fact]
    public void AnotherSeedGivesAnotherCourseWhereThereIsChance()
    {
        var pipeline = Pipelines.Of(Pipelines.Full(20), Pipelines.Station(100) with { Spread = 0.5 });

        Assert.NotEqual(Times(pipeline, 1), Times(pipeline, 2));
    }

    [Fact]
    public void TheSlowestStationBindsIsTheBusiestAndIsTheOneToDouble() =>
        Gen.Select(Pipelines.AnyStations, Gen.Int[0, 4], Gen.Int[50, 90]).Sample((any, chosen, batches) =>
        {
            var slowest = chosen % any.Length;
            var stations = any.Select((station, number) => Pipelines.Station(number == slowest ? 20 : 80 + station.PerSecond, name: station.Name)).ToArray();

            var forecast = Forecast.Of(Pipelines.Of(Pipelines.Full(batches), stations), 1);

            Assert.Equal(stations[slowest].Name, forecast.Routes[0].BoundBy);
            Assert.Equal(stations[slowest].Name, forecast.Uses.MaxBy(use => use.BusySeconds)!.Station);
        });

    [Fact]
    public void WhereOnlyLatencyCountsNoStationBinds()
    {
        var far = Pipelines.Station(1_000_000) with { Latency = TimeSpan.FromSeconds(10) };

        Assert.Null(Forecast.Of(Pipelines.Of([1], far), 1).Routes[0].BoundBy);
    }

    private static Station[] Certain(Station[] stations) => [.. stations.Select(station => station with { Spread = 0 })];

    private static void AssertNotEarlier(Pipeline sooner, Pipeline later, int seed)
    {
        var (first, second) = (Times(sooner, seed), Times(later, seed));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First <= pair.Second + Tolerance, $"{pair.First} > {pair.Second}"));
    }

    private static double[] Times(Pipeline pipeline, int seed)
    {
        var course = Simulation.Run(pipeline, seed).Courses[0];
        return [.. Shares.Select(course.SecondsTo)];
    }
}
