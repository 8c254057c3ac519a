using System.Net;
using System.Net.Sockets;
using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;
using Amqp;
using Amqp.Types;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus;

/// <summary>
/// A Service Bus namespace on this machine that the official clients accept. It holds everything in memory:
/// what has not been received when it stops is gone.
/// </summary>
public sealed partial class ServiceBusBroker : IAsyncDisposable
{
    private const ushort SessionsPerConnection = 5000;
    private const int ConnectionIdleMilliseconds = 240_000;
    private readonly BrokerOptions options;
    private readonly Entities entities;
    private readonly Rights rights;
    private readonly ILogger log;
    private AmqpHost? host;

    public ServiceBusBroker(BrokerOptions options)
    {
        this.options = options;
        entities = new(options.Topology, options.Time);
        rights = new(options.Time, options.DemandsTokens);
        log = options.Logs.CreateLogger<ServiceBusBroker>();
    }

    /// <summary>The port that the broker listens on, once it is started.</summary>
    public int Port { get; private set; }

    /// <exception cref="PortTakenException">Somebody else listens on the port.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (host is not null) throw new InvalidOperationException("the broker is started already");
        Port = Reserve();
        host = Configured(new AmqpHost(new Address(options.Bind.ToString(), Port, null, null, "/", options.Certificate is null ? "amqp" : "amqps"), options.Certificate));
        Open(host);
        Listening(log, options.Bind, Port);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        host?.Close();
        host = null;
        entities.Dispose();
        return ValueTask.CompletedTask;
    }

    // The library binds so that two listeners can share a port; a plain bind before it tells whether the port is free.
    private int Reserve()
    {
        using var socket = new Socket(options.Bind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(options.Bind, options.Port));
            return ((IPEndPoint)socket.LocalEndPoint!).Port;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException(options.Port, taken);
        }
    }

    private AmqpHost Configured(AmqpHost created)
    {
        var tokens = new TokenRequests(options.TokenCheck ?? SasTokens.Check(options.Time), rights);
        created.RegisterLinkProcessor(new LinkRouter(entities, (tokens, rights), new BrokerLimits(options.MaxMessageBytes), log));

        // The library would look an address up itself, and stumble over targets that have none.
        created.AddressResolver = (_, _) => "";
        var listener = created.Listeners[0];
        listener.AMQP.MaxSessionsPerConnection = SessionsPerConnection;
        listener.AMQP.IdleTimeout = ConnectionIdleMilliseconds;
        listener.HandlerFactory = _ => new ConnectionEvents(Gone);
        foreach (var mechanism in OpenSaslProfile.Mechanisms)
        {
            listener.SASL.EnableMechanism(new Symbol(mechanism), new OpenSaslProfile(mechanism));
        }

        return created;
    }

    private void Open(AmqpHost opened)
    {
        try
        {
            opened.Open();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException(Port, taken);
        }
    }

    private void Gone(Connection connection)
    {
        rights.Forget(connection);
        foreach (var queue in entities.Queues.Where(queue => options.ReleasesLocksOnDisconnect(queue.Entity)))
        {
            queue.ReleaseLocksOf(connection);
        }
    }

    [LoggerMessage(LogLevel.Information, "listening on {Address}:{Port}")]
    private static partial void Listening(ILogger logger, IPAddress address, int port);
}
