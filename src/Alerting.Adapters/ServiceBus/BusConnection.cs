using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;

namespace Alerting.Adapters.ServiceBus;

/// <summary>One connection to the namespace, with a sending link per entity.</summary>
internal sealed class BusConnection
{
    // The Standard tier takes 256 KB; what wraps the messages of a batch needs some of it.
    private const long DefaultMaxSize = 256 * 1024;
    private const long MaxBatch = 1024 * 1024;
    private const long Margin = 4 * 1024;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(1);

    private readonly ServiceBusAddress address;
    private readonly BusTokenSource tokens;
    private readonly TimeProvider time;
    private readonly TimeSpan timeout;
    private readonly Connection connection;
    private readonly Session session;
    private readonly Kept<RequestLink> rights;
    private readonly ConcurrentDictionary<string, Kept<BusSender>> senders = [];

    private BusConnection(Connection connection, ServiceBusAddress address, BusTokenSource tokens, (TimeProvider Time, TimeSpan Timeout) limits)
    {
        (this.connection, this.address, this.tokens, (time, timeout)) = (connection, address, tokens, limits);
        session = new(connection);
        rights = new(_ => WithinAsync(token => RequestLink.OpenAsync(session, "$cbs", token)), link => link.IsOpen);
    }

    public bool IsOpen => !connection.IsClosed && !session.IsClosed;

    public static async Task<BusConnection> OpenAsync(ServiceBusAddress address, BusTokenSource tokens, TimeProvider time, TimeSpan timeout)
    {
        var factory = new ConnectionFactory { SASL = { Profile = SaslProfile.Anonymous } };
        factory.AMQP.HostName = address.Host;
        factory.AMQP.IdleTimeout = (int)IdleTimeout.TotalMilliseconds;
        using var limit = new CancellationTokenSource(timeout, time);
        var connection = await factory.CreateAsync(address.ToAmqp(), limit.Token);
        return new(connection, address, tokens, (time, timeout));
    }

    /// <summary>The link to a queue or topic, with a token that is good for a while.</summary>
    public Task<BusSender> SenderAsync(string entity) =>
        senders.GetOrAdd(entity, name => new(last => OpenSenderAsync(name, last), IsGood)).GetAsync();

    /// <summary>Shows the broker our right to an entity.</summary>
    public async Task<BusRight> AuthorizeAsync(string entity, CancellationToken cancellationToken)
    {
        var audience = address.Audience(entity);
        var token = await tokens(audience, cancellationToken);
        var request = new Message(token.Value)
        {
            ApplicationProperties = new() { ["operation"] = "put-token", ["type"] = token.Type, ["name"] = audience },
        };
        await (await rights.GetAsync().WaitAsync(cancellationToken)).AskAsync(request, cancellationToken);
        return BusRight.Of(token, time.GetUtcNow());
    }

    /// <summary>Links to the management node of an entity; the caller closes them.</summary>
    public async Task<RequestLink> ManageAsync(string entity, CancellationToken cancellationToken)
    {
        await AuthorizeAsync(entity, cancellationToken);
        return await RequestLink.OpenAsync(session, $"{entity}/$management", cancellationToken);
    }

    /// <summary>A link that takes messages out of an entity that was authorized before, none until it is given credit; the caller closes it.</summary>
    public async Task<ReceiverLink> ReceiveAsync(string entity, CancellationToken cancellationToken)
    {
        var source = new Attach { Source = new Source { Address = entity }, Target = new Target { Address = entity } };
        var (link, _) = await LinkOpening.OpenAsync(opened => new ReceiverLink(session, $"{entity}-{Guid.NewGuid():N}", source, opened), cancellationToken);
        return link;
    }

    public Task CloseAsync() => connection.CloseAsync(TimeSpan.FromSeconds(1), null);

    private bool IsGood(BusSender sender) => !sender.Link.IsClosed && time.GetUtcNow() < sender.Right.RenewAt;

    // A link that is still open when its token runs out is kept: only the right is shown again.
    private Task<BusSender> OpenSenderAsync(string entity, BusSender? last) =>
        last is { Link.IsClosed: false } ? RenewAsync(entity, last) : WithinAsync(async token =>
        {
            var right = await AuthorizeAsync(entity, token);
            var target = new Attach { Source = new Source { Address = entity }, Target = new Target { Address = entity } };
            var (link, answer) = await LinkOpening.OpenAsync(opened => new SenderLink(session, $"{entity}-{Guid.NewGuid():N}", target, opened), token);
            var max = answer.MaxMessageSize == 0 ? DefaultMaxSize : (long)Math.Min(answer.MaxMessageSize, (ulong)MaxBatch);
            return new BusSender(link, max - Margin, right);
        });

    private async Task<BusSender> RenewAsync(string entity, BusSender last)
    {
        try
        {
            return last with { Right = await WithinAsync(token => AuthorizeAsync(entity, token)) };
        }
        catch (Exception failure) when ((BusFailure.IsOutside(failure) || failure is OperationCanceledException) && time.GetUtcNow() < last.Right.EndsAt)
        {
            // Whoever makes the tokens may be away for a moment; the link is good until the old one ends.
            return last with { Right = last.Right.TriedAt(time.GetUtcNow()) };
        }
    }

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> act)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        return await act(limit.Token);
    }
}
