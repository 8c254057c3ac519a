using Alerting.Forecasts;
using Microsoft.Extensions.Configuration;

namespace Alerting.Functions.Tests.Previews;

public sealed class ForecastOptionsTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "SmsSenders", "0" },
        { "SmsSegmentsPerSecond", "0" },
        { "EmailsPerMinute", "-1" },
        { "CallsPerSecond", "0" },
        { "CallPrice", "-0.1" },
        { "MostInstances", "1001" },
        { "ReadyInstances", "101" },
        { "BrokerUnits", "17" },
        { "SmsSegmentPrice", "-0.1" },
        { "EmailPrice", "-0.1" },
        { "Currency", "euro" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongRateIsNamed(string key, string value) =>
        Assert.StartsWith(key, Assert.Single(Read((key, value)).Problems()), StringComparison.Ordinal);

    [Fact]
    public void TheDefaultsAreWhatIsDocumented()
    {
        var (options, rates) = (Read(), Read().Rates(new(), new()));

        Assert.Empty(options.Problems());
        Assert.Empty(options.Prices());
        Assert.Equal(new ForecastRates(), rates);
    }

    [Fact]
    public void AnEmptyPriceIsNoPriceAndAGivenOneCounts() =>
        Assert.Equal([KeyValuePair.Create(CostItem.SmsSegment, 0.08m)], Read(("EmailPrice", ""), ("SmsSegmentPrice", "0.08")).Prices());

    [Fact]
    public void APremiumBrokerBearsBytes() =>
        Assert.Equal(BrokerRates.Premium(2), Read(("BrokerUnits", "2")).Rates(new(), new()).Broker);

    private static ForecastOptions Read(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build().Get<ForecastOptions>() ?? new();
}
