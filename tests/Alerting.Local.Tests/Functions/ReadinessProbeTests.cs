using System.Net.Sockets;
using Alerting.Local.Functions.Handler;

namespace Alerting.Local.Tests.Functions;

public sealed class ReadinessProbeTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly HttpRequestException Refused = new("refused", new SocketException(111));
    private static readonly DateTimeOffset Start = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AwaitedClock clock = new(Start);
    private int pings;

    [Fact]
    public async Task AHandlerThatRefusesForThirtySecondsIsNotReady()
    {
        var ready = Probe(_ => true, Refused).WaitAsync(TestContext.Current.CancellationToken);
        while (!ready.IsCompleted)
            clock.Advance(Pause);

        Assert.False(await ready);
        Assert.Equal(1201, pings);
    }

    [Fact]
    public async Task TheHandlerIsAskedEvery25Milliseconds()
    {
        var ready = Probe(ping => ping < 3, Refused).WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(Pause - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, pings);
        await clock.ReachAsync(Start + Pause);
        await clock.IsAwaitedAsync(Start + Pause * 2);
        Assert.Equal(2, pings);
        await clock.ReachAsync(Start + Pause * 2);

        Assert.True(await ready);
        Assert.Equal(3, pings);
    }

    [Fact]
    public async Task AnyTroubleButARefusedConnectionIsReady() =>
        Assert.True(await Probe(_ => true, new HttpRequestException("a broken answer")).WaitAsync(TestContext.Current.CancellationToken));

    private ReadinessProbe Probe(Func<int, bool> fails, Exception error) => new(
        _ => fails(++pings) ? Task.FromException(error) : Task.CompletedTask, clock, TimeSpan.FromSeconds(30));
}
