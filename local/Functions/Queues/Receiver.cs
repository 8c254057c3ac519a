using System.Threading.Channels;
using Alerting.Local.Functions.Envelopes;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace Alerting.Local.Functions.Queues;

/// <summary>
/// One connection that peek-locks messages of one entity. It receives no more than it was granted, as with a prefetch count of 0.
/// </summary>
internal sealed class Receiver : IMessageSource, IAsyncDisposable
{
    private readonly Channel<ReceivedMessage> arrived = Channel.CreateUnbounded<ReceivedMessage>();
    private readonly TaskCompletionSource<string> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<Guid, Message> unsettled = [];
    private readonly Connection connection;
    private readonly ReceiverLink link;
    private readonly ManagementLink management;
    private readonly TimeProvider clock;

    private Receiver(Connection connection, string entity, TimeProvider clock)
    {
        (this.connection, this.clock) = (connection, clock);
        connection.Closed += (_, error) => End(error);
        var session = new Session(connection);
        link = new(session, $"runner-{Guid.NewGuid():N}", new Attach
        {
            Source = new Source { Address = entity },
            Target = new Target(),
            SndSettleMode = SenderSettleMode.Unsettled,
            RcvSettleMode = ReceiverSettleMode.Second
        }, (_, attach) =>
        {
            // A refused link comes back without a source; the reason follows when it closes.
            if (attach.Source is not null)
                attached.TrySetResult();
        });
        link.Closed += (_, error) => End(error);
        link.Start(0, (_, message) => Take(message));
        management = new(session, entity);
    }

    public ChannelReader<ReceivedMessage> Messages => arrived.Reader;

    /// <summary>Ends with the reason when the link or the connection is gone.</summary>
    public Task<string> Closed => closed.Task;

    public static async Task<Receiver> OpenAsync(BrokerAddress address, string entity, TimeProvider clock, CancellationToken stop)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = SaslProfile.Anonymous;
        var connection = await factory.CreateAsync(new Address(address.Url)).WaitAsync(stop);
        var receiver = new Receiver(connection, entity, clock);
        await Task.WhenAny(receiver.attached.Task, receiver.Closed).WaitAsync(stop);
        if (!receiver.attached.Task.IsCompleted)
        {
            await receiver.DisposeAsync();
            throw new AmqpException(new Symbol("amqp:link:detach-forced"), await receiver.Closed);
        }
        return receiver;
    }

    public void Grant(int messages) => link.SetCredit(messages, CreditMode.Manual);

    public void Drain(int left) => link.SetCredit(left, CreditMode.Drain);

    public async Task SettleAsync(IReadOnlyList<ReceivedMessage> messages, Settlement settlement)
    {
        try
        {
            await management.RequestAsync("com.microsoft:update-disposition", new()
            {
                ["lock-tokens"] = messages.Select(m => m.LockToken).ToArray(),
                ["disposition-status"] = settlement == Settlement.Complete ? "completed" : "abandoned"
            }, clock);
        }
        finally
        {
            foreach (var message in messages)
                Forget(message.LockToken, settlement);
        }
    }

    public async Task<DateTimeOffset> RenewAsync(ReceivedMessage message)
    {
        var reply = await management.RequestAsync("com.microsoft:renew-lock", new() { ["lock-tokens"] = new[] { message.LockToken } }, clock);
        return reply?["expirations"] is DateTime[] { Length: > 0 } ends
            ? new(ends[0].ToUniversalTime())
            : throw new AmqpException(new Symbol("amqp:decode-error"), "the reply to renew-lock holds no time");
    }

    public async ValueTask DisposeAsync()
    {
        End(null);
        if (!connection.IsClosed)
            await connection.CloseAsync(TimeSpan.FromSeconds(1), null).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private void Take(Message message)
    {
        var received = AmqpMessages.Read(message);
        lock (unsettled)
            unsettled[received.LockToken] = message;
        arrived.Writer.TryWrite(received);
    }

    /// <summary>The library keeps a delivery until it is settled on the link too; the broker has already decided.</summary>
    private void Forget(Guid token, Settlement settlement)
    {
        Message? message;
        lock (unsettled)
            unsettled.Remove(token, out message);
        if (message is null || link.IsClosed)
            return;
        if (settlement == Settlement.Complete)
            link.Accept(message);
        else
            link.Release(message);
    }

    private void End(Error? error)
    {
        arrived.Writer.TryComplete();
        closed.TrySetResult(error is null ? "the connection is gone" : $"{error.Condition}: {error.Description}");
    }
}
