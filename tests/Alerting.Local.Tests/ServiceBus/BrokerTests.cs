using System.Net;
using System.Net.Sockets;
using Alerting.Local.ServiceBus;
using Alerting.Local.ServiceBus.Topology;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class BrokerTests
{
    private static readonly BrokerTopology Nothing = new([], []);

    [Fact]
    public async Task TwoBrokersDoNotShareAPort()
    {
        await using var first = await RunningBroker.StartAsync();
        await using var second = new ServiceBusBroker(new() { Topology = Nothing, Port = first.Port });
        var taken = await Assert.ThrowsAsync<PortTakenException>(() => second.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"port {first.Port} is taken; the Service Bus emulator needs it", taken.Message);
    }

    [Fact]
    public async Task APortIsFreeAgainWhenItsBrokerIsGone()
    {
        var first = await RunningBroker.StartAsync();
        await first.SessionAsync();
        await first.DisposeAsync();
        await using var second = new ServiceBusBroker(new() { Topology = Nothing, Port = first.Port });
        await second.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first.Port, second.Port);
    }

    [Fact]
    public async Task AnybodysPortCounts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var broker = new ServiceBusBroker(new() { Topology = Nothing, Port = ((IPEndPoint)other.LocalEndpoint).Port });
        await Assert.ThrowsAsync<PortTakenException>(() => broker.StartAsync(TestContext.Current.CancellationToken));
    }
}
