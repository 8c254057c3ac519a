using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Queues;
using Alerting.Local.ServiceBus;
using Alerting.Local.ServiceBus.Topology;
using Alerting.Local.Stack;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;

namespace Alerting.Local.Tests.Functions;

/// <summary>A broker, and a listener of the runner in front of a handler that the test plays itself.</summary>
internal sealed class BrokerApp : IAsyncDisposable
{
    private const string Topology = """
        { "UserConfig": { "Namespaces": [ { "Name": "sbemulatorns",
          "Queues": [ { "Name": "orders", "Properties": { "LockDuration": "PT1M", "MaxDeliveryCount": 3 } } ],
          "Topics": [ { "Name": "news", "Subscriptions": [ { "Name": "plan", "Properties": { "LockDuration": "PT1M" } } ] } ] } ] } }
        """;

    private readonly CancellationTokenSource stop = new();
    private readonly FakeInvoker invoker = new();
    private readonly TimeProvider clock;
    private ServiceBusBroker broker;
    private Task listening = Task.CompletedTask;

    private BrokerApp(ServiceBusBroker broker, TimeProvider clock) => (this.broker, this.clock, Port) = (broker, clock, broker.Port);

    public int Port { get; }

    public string ConnectionString => $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=n;SharedAccessKey=k;UseDevelopmentEmulator=true;";

    public LogLines Log { get; } = new();

    /// <param name="clock">That of the broker and of the listener.</param>
    public static async Task<BrokerApp> StartAsync(TimeProvider? clock = null) =>
        new(await OpenAsync(FreePorts.Take(1)[0], clock ?? TimeProvider.System), clock ?? TimeProvider.System);

    public BrokerApp Listen(string entity = "orders", bool many = false, int atOnce = 16)
    {
        var trigger = new ServiceBusTrigger("message", entity, ConnectionString) { Many = many, BodyType = BodyType.Binary, MaxMessageBatchSize = atOnce };
        var function = new Function("Handle", trigger, null, Disabled: false);
        var parts = new DispatchParts(invoker, new("Handle", Log), new("Handle", TimeSpan.FromMinutes(5), clock, Log),
            new("127.0.0.1", false, 0, "test"), clock);
        IDispatch dispatch = many ? new BatchDispatch(function, trigger, BatchSize.UpTo(atOnce), parts) : new SingleDispatch(function, trigger, atOnce, parts);
        listening = new ServiceBusListener(function, trigger, dispatch, clock, Log).RunAsync(stop.Token);
        return this;
    }

    public Task<FakeInvoker.Call> NextAsync() => invoker.NextAsync();

    public bool HasMore => invoker.HasMore;

    public async Task SendAsync(string entity, params IEnumerable<string> ids)
    {
        var connection = await ConnectAsync();
        var sender = new SenderLink(new Session(connection), "sender", entity);
        foreach (var id in ids)
            await sender.SendAsync(new Message { Properties = new() { MessageId = id }, BodySection = new Data { Binary = "{}"u8.ToArray() } });
        await connection.CloseAsync();
    }

    /// <summary>Takes one message and completes it.</summary>
    public async Task<Message> TakeAsync(string entity)
    {
        var connection = await ConnectAsync();
        var receiver = new ReceiverLink(new Session(connection), "receiver", entity);
        var message = await receiver.ReceiveAsync(TimeSpan.FromMinutes(1));
        Assert.NotNull(message);
        receiver.Accept(message);
        await connection.CloseAsync();
        return message;
    }

    public async Task StopBrokerAsync() => await broker.DisposeAsync();

    public async Task StartBrokerAsync() => broker = await OpenAsync(Port, clock);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        await broker.DisposeAsync();
        stop.Dispose();
    }

    private static async Task<ServiceBusBroker> OpenAsync(int port, TimeProvider clock)
    {
        var broker = new ServiceBusBroker(new() { Topology = TopologyFile.Parse(Topology), Port = port, Time = clock });
        await broker.StartAsync(TestContext.Current.CancellationToken);
        return broker;
    }

    private Task<Connection> ConnectAsync()
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = SaslProfile.Anonymous;
        return factory.CreateAsync(new Address($"amqp://127.0.0.1:{Port}"));
    }
}
