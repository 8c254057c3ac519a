using Alerting.Local.Functions.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerting.Local.Tests.Functions;

public sealed class LockRenewalTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AwaitedClock clock = new(Noon);
    private readonly FakeSource source = new();

    [Theory]
    [InlineData(60, 50)]
    [InlineData(10, 5)]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    public void ALockIsRenewedTenSecondsBeforeItsEndOrHalfway(int left, int pause) => Assert.Equal(
        TimeSpan.FromSeconds(pause), LockRenewal.PauseBefore(clock.GetUtcNow().AddSeconds(left), clock.GetUtcNow()));

    [Fact]
    public async Task RenewalEndsWithTheLongestAllowedTime()
    {
        source.RenewedUntil = () => clock.GetUtcNow().AddSeconds(60);
        var renewal = new LockRenewal("Handle", TimeSpan.FromMinutes(5), clock, NullLogger.Instance);
        var message = DispatchTests.Messages(1, 1).Single() with { LockedUntil = clock.GetUtcNow().AddSeconds(60) };

        var running = renewal.RunAsync(source, message, CancellationToken.None);
        for (var renewals = 1; renewals <= 5; renewals++)
        {
            await clock.ReachAsync(Noon.AddSeconds(50 * renewals));
            await source.RenewedAsync();
        }

        await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(5, source.Renewals);
    }

    public void Dispose() => source.Dispose();
}
