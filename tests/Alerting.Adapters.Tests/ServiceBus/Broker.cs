using System.Net;
using Alerting.Adapters.ServiceBus;
using Alerting.Local.ServiceBus;
using Alerting.Local.ServiceBus.Topology;
using Alerting.Testing;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

/// <summary>A broker of a test's own, and a receiver that looks at what arrived.</summary>
internal sealed class Broker : IAsyncDisposable
{
    /// <summary>Type of the token with which the tests receive, where tokens are demanded.</summary>
    public const string ReceiverToken = "receiver";

    private const string Topology = """
        { "UserConfig": { "Namespaces": [ { "Name": "test",
            "Queues": [
              { "Name": "plain", "Properties": { "MaxDeliveryCount": 2 } },
              { "Name": "once", "Properties": { "RequiresDuplicateDetection": true, "DuplicateDetectionHistoryTimeWindow": "PT10M" } } ],
            "Topics": [
              { "Name": "declarations", "Properties": {},
                "Subscriptions": [ { "Name": "approved", "Properties": {},
                  "Rules": [ { "Name": "state", "Properties": { "FilterType": "Correlation", "CorrelationFilter": { "Label": "approved" } } } ] } ] } ] } ] } }
        """;

    private readonly Func<BrokerOptions, BrokerOptions> change;
    private ServiceBusBroker broker;

    private Broker(Func<BrokerOptions, BrokerOptions> change)
    {
        this.change = change;
        broker = Create(NodeProgram.FreePort());
    }

    public int Port => broker.Port;

    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";

    /// <summary>The tokens that were put, in order.</summary>
    public List<CbsToken> Tokens { get; } = [];

    /// <summary>Why no token is taken; null when all are.</summary>
    public string? Refusal { get; set; }

    /// <param name="clock">The broker's; real time unless another is given.</param>
    public static Task<Broker> StartAsync(TimeProvider? clock = null) => StartAsync(options => options with { Time = clock ?? TimeProvider.System });

    public static async Task<Broker> StartAsync(Func<BrokerOptions, BrokerOptions> change)
    {
        var started = new Broker(change);
        await started.broker.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    /// <summary>Everything that was in it is gone, every connection cut.</summary>
    public async Task RestartAsync()
    {
        var port = Port;
        await broker.DisposeAsync();
        broker = Create(port);
        await broker.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask StopAsync() => broker.DisposeAsync();

    public AmqpBus Connect(TimeProvider? time = null) => new(new() { ConnectionString = ConnectionString, Timeout = TimeSpan.FromMinutes(1) }, time ?? TimeProvider.System);

    /// <summary>Takes so many messages, and fails when they do not come within a minute.</summary>
    public Task<List<Message>> ReceiveAsync(string entity, int count) => ReceiveAsync(entity, count, (link, message) => link.Accept(message));

    /// <summary>Takes a message and rejects it as a consumer does that cannot use it.</summary>
    public Task DeadLetterAsync(string entity, string reason) =>
        ReceiveAsync(entity, 1, (link, message) => link.Reject(
            message,
            new Error("com.microsoft:dead-letter") { Info = new() { [new Symbol("DeadLetterReason")] = reason, [new Symbol("DeadLetterErrorDescription")] = "test" } }));

    public ValueTask DisposeAsync() => broker.DisposeAsync();

    private async Task<List<Message>> ReceiveAsync(string entity, int count, Action<ReceiverLink, Message> settle)
    {
        var factory = new ConnectionFactory { SASL = { Profile = SaslProfile.Anonymous } };
        var connection = await factory.CreateAsync(new Address("127.0.0.1", Port, null, null, "/", "amqp"));
        try
        {
            var session = new Session(connection);
            await ShowAsync(session, entity);
            var link = new ReceiverLink(session, "test", new Source { Address = entity }, null);
            // No more than asked for: what is locked and left would stay locked.
            link.SetCredit(count, CreditMode.Manual, 0);
            var received = new List<Message>();
            while (received.Count < count)
            {
                received.Add(await link.ReceiveAsync(TimeSpan.FromMinutes(1)) ?? throw new TimeoutException($"Only {received.Count} of {count} messages came."));
                settle(link, received[^1]);
            }

            await link.CloseAsync();
            return received;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    // The receiver's own right, which a check of tokens lets through by its type.
    private async Task ShowAsync(Session session, string entity)
    {
        if (!change(new() { Topology = TopologyFile.Parse(Topology) }).DemandsTokens)
            return;
        using var rights = await RequestLink.OpenAsync(session, "$cbs", TestContext.Current.CancellationToken);
        var request = new Message("receiver") { ApplicationProperties = new() { ["operation"] = "put-token", ["type"] = ReceiverToken, ["name"] = $"sb://localhost/{entity}" } };
        await rights.AskAsync(request, TestContext.Current.CancellationToken);
    }

    private ServiceBusBroker Create(int port) => new(change(new()
    {
        Topology = TopologyFile.Parse(Topology),
        Port = port,
        Bind = IPAddress.Loopback,
        TokenCheck = (token, _) =>
        {
            lock (Tokens)
                Tokens.Add(token);
            return ValueTask.FromResult(new TokenVerdict(Refusal, DateTimeOffset.MaxValue));
        },
    }));
}
