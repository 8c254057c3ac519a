using Alerting.Local.ServiceBus;
using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Topology;
using Alerting.Local.Stack;
using Amqp;
using Amqp.Sasl;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>A broker on a free port and a clock of its own, driven by a second, independent use of the AMQP library.</summary>
internal sealed class RunningBroker : IAsyncDisposable
{
    private readonly ServiceBusBroker broker;
    private readonly List<Connection> connections = [];

    private RunningBroker(FakeTimeProvider time, ServiceBusBroker broker) => (Time, this.broker) = (time, broker);

    public FakeTimeProvider Time { get; }

    public int Port => broker.Port;

    public static async Task<RunningBroker> StartAsync(Func<BrokerOptions, BrokerOptions>? change = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2019, 3, 18, 11, 0, 0, TimeSpan.Zero));
        var topology = new BrokerTopology(
            [new("queue1", new()), new("dept a/queue 2", new()), new("hidden", new() { MaxDeliveryCount = 1 })],
            [new("topic1", TimeSpan.MaxValue, null, [new("sub1", new(), [Rule.Default])])]);
        var options = new BrokerOptions { Topology = topology, Port = FreePorts.Take(1)[0], Time = time };
        var broker = new ServiceBusBroker(change?.Invoke(options) ?? options);
        await broker.StartAsync(TestContext.Current.CancellationToken);
        return new(time, broker);
    }

    public Task<Session> SessionAsync(SaslProfile? sasl = null) => SessionAsync("", sasl ?? SaslProfile.Anonymous);

    /// <summary>With a name and a password ("user:secret@") the library asks for PLAIN.</summary>
    public async Task<Session> SessionAsync(string credentials, SaslProfile? sasl)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = sasl;
        var connection = await factory.CreateAsync(new Address($"amqp://{credentials}127.0.0.1:{Port}"));
        connections.Add(connection);
        return new Session(connection);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections) await connection.CloseAsync(TimeSpan.FromMinutes(1), null);
        await broker.DisposeAsync();
    }
}
