using Alerting.Forecasts;

namespace Alerting.Tests.Forecasts;

public sealed class SimulationTests
{
    [Fact]
    public void DeliveriesLeaveOneServerAtItsPace()
    {
        var pipeline = Pipelines.Of([100], Pipelines.Station(10)) with { Start = TimeSpan.FromSeconds(1) };

        Assert.Equal((6.0, 10.5, 11.0), Times(pipeline));
    }

    [Fact]
    public void TwoServersTakeTwoBatchesAtOnceAndTheThirdWaits() =>
        Assert.Equal((7.5, 18.5, 20.0), Times(Pipelines.Of([100, 100, 100], Pipelines.Station(10, servers: 2))));

    [Fact]
    public void AStationWorksWhileTheNextDoes()
    {
        // The first batch comes after 1 s, then one each second, and each takes 2 s: 1 + 3 x 2.
        var pipeline = Pipelines.Of([10, 10, 10], Pipelines.Station(10, name: "first"), Pipelines.Station(5, name: "second"));

        Assert.Equal((4.0, 6.7, 7.0), Times(pipeline));
    }

    [Fact]
    public void LatencyDelaysEveryBatchOnceAndKeepsNoServerBusy()
    {
        var slow = Pipelines.Station(10) with { Latency = TimeSpan.FromSeconds(5) };

        Assert.Equal((15.0, 24.0, 25.0), Times(Pipelines.Of([100, 100], slow)));
    }

    [Fact]
    public void AServerWorksFromItsOpeningOn()
    {
        // One server at once, a second after 30 s: it takes the third batch, when the first server has 20 s of work behind it.
        var station = Pipelines.Station(5) with { Servers = new(1, 2, 1, TimeSpan.FromSeconds(15)) };

        Assert.Equal(35.0, Times(Pipelines.Of([100, 100], station)).All);
    }

    [Fact]
    public void WhatTwoRoutesShareIsServedInTheOrderOfArrival()
    {
        var (shared, slow) = (Pipelines.Station(10, name: "shared"), Pipelines.Station(1, name: "slow"));
        var pipeline = new Pipeline(TimeSpan.Zero,
        [
            new("sms", [10], [new(slow, 0, 1), new(shared, 0, 1)]),
            new("email", [10, 10], [new(shared, 0, 1)]),
        ]);

        var courses = Simulation.Run(pipeline, 1).Courses;

        Assert.Equal((11.0, 2.0), (courses[0].SecondsTo(1), courses[1].SecondsTo(1)));
    }

    [Fact]
    public void NobodyIsToldInNoTime() => Assert.Equal((0.0, 0.0, 0.0), Times(Pipelines.Of([], Pipelines.Station(10))));

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(100, new[] { 100 })]
    [InlineData(250, new[] { 100, 100, 50 })]
    public void ATierIsSplitIntoFullBatchesAndARest(int tier, int[] batches) => Assert.Equal(batches, Route.Split([tier], 100));

    [Fact]
    public void EveryTierBeginsABatch() => Assert.Equal([100, 20, 7], Route.Split([120, 0, 7], 100));

    [Fact]
    public void InstancesOpenInSteps() =>
        Assert.Equal([0.0, 0, 30, 30, 30, 30, 60], new ScaleOut(2, 7, 4, TimeSpan.FromSeconds(30)).Openings());

    [Fact]
    public void WhatIsReadyStaysThoughFewerWouldDo() =>
        Assert.Equal((3, 1, 5), (Most(ready: 3, upTo: 1), Most(ready: 0, upTo: 0), Most(ready: 1, upTo: 5)));

    [Fact]
    public void StationsTellHowMuchTheyWorked()
    {
        var use = Assert.Single(Simulation.Run(Pipelines.Of([100, 100], Pipelines.Station(10, servers: 4)), 1).Uses);

        Assert.Equal(("station", 200.0, 20.0, 40.0, 0.5), (use.Station, use.Work, use.BusySeconds, use.OpenSeconds, use.Utilisation));
    }

    private static int Most(int ready, int upTo) => new ScaleOut(ready, 100, 4, TimeSpan.FromSeconds(30)).UpTo(upTo).Most;

    private static (double Half, double Most, double All) Times(Pipeline pipeline)
    {
        var course = Simulation.Run(pipeline, 1).Courses[0];
        return (Math.Round(course.SecondsTo(0.5), 2), Math.Round(course.SecondsTo(0.95), 2), Math.Round(course.SecondsTo(1), 2));
    }
}
