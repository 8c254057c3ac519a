using Alerting.Adapters.ServiceBus;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

public sealed class BusBatchTests
{
    [Theory]
    [InlineData(1000, 0, 3)]
    [InlineData(348, 0, 3)]
    [InlineData(347, 0, 2)]
    [InlineData(231, 0, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(1000, 2, 1)]
    public void TakesAsManyAsFitAndAtLeastOne(long maxSize, int start, int expected) =>
        Assert.Equal(expected, BusBatch.Count([100, 100, 100], start, maxSize));

    [Fact]
    public void TakesAtMostAThousand() => Assert.Equal(1000, BusBatch.Count(new int[3000], 0, long.MaxValue));
}
