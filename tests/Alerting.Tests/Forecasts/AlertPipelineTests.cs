using Alerting.Delivery.Channels;
using Alerting.Forecasts;

namespace Alerting.Tests.Forecasts;

public sealed class AlertPipelineTests
{
    private static readonly ForecastRates Plenty = new() { SmsSenders = 100_000, EmailsPerMinute = 1e9, Spread = 0, Instances = ScaleOut.Fixed(100) };

    [Theory]
    [InlineData(1, 150)]
    [InlineData(2, 300)]
    public void TheSenderBoundsFifteenHundredContactsAndASecondSegmentDoublesTheTime(int segments, int seconds)
    {
        var sms = Forecast.Of(AlertPipeline.Of(Sms(1_500, segments), new()), 1).Routes[0];

        Assert.InRange(sms.Percent100.TotalSeconds, seconds, seconds + 4);
        Assert.Equal(StationNames.Senders, sms.BoundBy);
    }

    [Fact]
    public void TenSendersTakeATenthOfTheTime()
    {
        var one = Forecast.Of(AlertPipeline.Of(Sms(100_000, 1), new()), 1).Routes[0];
        var ten = Forecast.Of(AlertPipeline.Of(Sms(100_000, 1), new() { SmsSenders = 10 }), 1).Routes[0];

        Assert.InRange(one.Percent100.TotalHours, 2.77, 2.79);
        Assert.InRange(ten.Percent100 / one.Percent100, 0.1, 0.101);
    }

    [Fact]
    public void WithEnoughSendersTheStandardBrokerBindsAMillion()
    {
        // 2.02 credits for each delivery at 1,000 in a second: 2,020 s.
        var sms = Forecast.Of(AlertPipeline.Of(Sms(1_000_000, 1), Plenty), 1).Routes[0];

        Assert.Equal(StationNames.Bus, sms.BoundBy);
        Assert.InRange(sms.Percent100.TotalSeconds, 2_020, 2_030);
    }

    [Fact]
    public void WithABiggerBrokerTheOnePlannerBindsAMillion()
    {
        // 10,000 batches, each 11 ms and a 32nd of a send.
        var sms = Forecast.Of(AlertPipeline.Of(Sms(1_000_000, 1), Plenty with { Broker = BrokerRates.Premium(8) }), 1).Routes[0];

        Assert.Equal(StationNames.Planner("sms"), sms.BoundBy);
        Assert.InRange(sms.Percent100.TotalSeconds, 113, 116);
    }

    [Fact]
    public void WithoutReadyInstancesTheFirstOneIsWaitedFor()
    {
        var sleeping = Plenty with { Instances = new(0, 100, 4, TimeSpan.FromSeconds(30)) };

        Assert.InRange(Forecast.Of(AlertPipeline.Of(Sms(10, 1), sleeping), 1).Routes[0].Percent50.TotalSeconds, 30, 31);
    }

    [Fact]
    public void EveryUnitPassesAPushToItsOwnBoards()
    {
        var five = Forecast.Of(AlertPipeline.Of(new([], 5_000), new() { SignalRUnits = 5 }), 1).Routes[0];
        var one = Forecast.Of(AlertPipeline.Of(new([], 5_000), new()), 1).Routes[0];

        // 1,000 boards of 1,024 bytes at 4 MB in a second, after the second until planning.
        Assert.Equal((1.256, 2.28), (five.Percent100.TotalSeconds, one.Percent100.TotalSeconds));
    }

    [Fact]
    public void EveryChannelHasARoute()
    {
        var load = new AlertLoad([.. Enum.GetValues<Channel>().Select(channel => new ChannelLoad(channel, [10, 20, 30], 60))], 0);

        Assert.All(Forecast.Of(AlertPipeline.Of(load, new()), 1).Routes, route => Assert.Equal(60, route.Deliveries));
    }

    [Fact]
    public void WhatIsPaidForIsCountedAndNoPriceIsMadeUp()
    {
        var (load, rates) = (Sms(250, 2), new ForecastRates());
        var forecast = Forecast.Of(AlertPipeline.Of(load, rates), 1);
        var prices = new Dictionary<CostItem, decimal> { [CostItem.SmsSegment] = 0.08m, [CostItem.BusOperation] = 0.01m };

        Assert.Equal([new CostLine(CostItem.SmsSegment, 500, 0.08m)], AlertCost.OfProviders(load, prices));
        Assert.Equal(40m, AlertCost.OfProviders(load, prices)[0].Amount);
        var azure = AlertCost.OfAzure(load, forecast, rates, (2, prices)).ToDictionary(line => line.Item);
        // Three batches: each sent and received, and a report of each delivery likewise.
        Assert.Equal((506, 5.06m), (azure[CostItem.BusOperation].Quantity, azure[CostItem.BusOperation].Amount));
        // Nine for each batch, and the outcomes of 250 in chunks of 50.
        Assert.Equal(32, azure[CostItem.TableTransaction].Quantity, 0.001);
        Assert.Null(azure[CostItem.TableTransaction].Amount);
    }

    [Theory]
    [InlineData(Channel.Sms, 3 + (250 * 3))]
    [InlineData(Channel.Voice, 3 + (250 * 2))]
    [InlineData(Channel.Email, 3)]
    public void AFunctionRunsForEachBatchAndForEachReportOfTheProvider(Channel channel, int runs)
    {
        var (load, rates) = (new AlertLoad([new(channel, [250], 250)], 0), new ForecastRates());

        var azure = AlertCost.OfAzure(load, Forecast.Of(AlertPipeline.Of(load, rates), 1), rates, (2, new Dictionary<CostItem, decimal>()));

        Assert.Equal(runs, azure.Single(line => line.Item == CostItem.FunctionExecution).Quantity);
    }

    private static AlertLoad Sms(int deliveries, int segments) => new([new(Channel.Sms, [deliveries], deliveries * segments)], 0);
}
