using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(5, 3_200)]
    [InlineData(7, 10_000)]
    [InlineData(1_000, 10_000)]
    public void ThePauseDoublesWithEveryDeathUpToTenSeconds(int deaths, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Backoff.After(deaths));
}
