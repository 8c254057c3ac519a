using System.Net;
using System.Security.Cryptography.X509Certificates;
using Alerting.Local.ServiceBus.Topology;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerting.Local.ServiceBus;

public sealed record BrokerOptions
{
    /// <summary>The port that Service Bus clients use when they are not told another.</summary>
    public const int DefaultPort = 5672;

    public required BrokerTopology Topology { get; init; }

    /// <summary>0: any free port, to be read from the broker after its start.</summary>
    public int Port { get; init; } = DefaultPort;

    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>The largest message or batch in bytes; 1 MiB as in the premium tier.</summary>
    public long MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// The queues and subscriptions whose locks end when the connection that holds them ends, by address
    /// (a dead-letter queue follows its queue). The service keeps locks until they expire, and so does the broker by default.
    /// </summary>
    public Func<string, bool> ReleasesLocksOnDisconnect { get; init; } = _ => false;

    /// <summary>Null: shared access signatures are accepted when they are well formed and not expired, others are not.</summary>
    public TokenCheck? TokenCheck { get; init; }

    /// <summary>
    /// Whether a link needs a token for its entity that was accepted and has not run out, as in the service.
    /// False: tokens are checked when they are put, and not asked for.
    /// </summary>
    public bool DemandsTokens { get; init; }

    /// <summary>With its private key; clients then come by TLS. Null: they come without.</summary>
    public X509Certificate2? Certificate { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;
}
