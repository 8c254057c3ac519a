using Alerting.Adapters.Identity;
using Alerting.Bus;
using Azure.Core;

namespace Alerting.Adapters.ServiceBus;

/// <summary>Azure Service Bus over AMQP 1.0. One connection for the whole app; safe to use from many places at once.</summary>
public sealed class AmqpBus : IBus, IDependency, IAsyncDisposable
{
    private const string ByKey = "Put a connection string with a valid key into ServiceBus and restart the app.";
    private const string ByIdentity = "Give the app's own identity the roles Azure Service Bus Data Sender and Receiver on the namespace.";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500)];

    private readonly ServiceBusOptions options;
    private readonly TimeProvider time;
    private readonly Kept<BusConnection> kept;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="options">Where the broker is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="identity">The app's own identity; null where there is a connection string.</param>
    public AmqpBus(ServiceBusOptions options, TimeProvider time, TokenCredential? identity = null)
        : this(options, time, AddressOf(options), address => identity is null ? SasTokens.From(address, time) : EntraTokens.From(identity))
    {
    }

    internal AmqpBus(ServiceBusOptions options, TimeProvider time, ServiceBusAddress address, Func<ServiceBusAddress, BusTokenSource> tokens)
    {
        (this.options, this.time) = (options, time);
        kept = new(_ => BusConnection.OpenAsync(address, tokens(address), time, options.Timeout), connection => connection.IsOpen);
    }

    /// <inheritdoc />
    public string Name => "service-bus";

    /// <inheritdoc />
    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return Task.CompletedTask;
        var encoded = messages.Select(message => AmqpMessages.Of(message).Encode()).ToList();
        var lengths = encoded.ConvertAll(message => message.Length);
        var taken = 0;
        return AttemptAsync(
            $"send to {entity}",
            async (connection, token) =>
            {
                // After a failure in the middle the next attempt goes on behind what the broker has confirmed.
                while (taken < messages.Count)
                {
                    var sender = await connection.SenderAsync(entity).WaitAsync(token);
                    var count = BusBatch.Count(lengths, taken, sender.MaxSize);
                    var amqp = count == 1 ? AmqpMessages.Of(messages[taken]) : AmqpMessages.Batch(encoded.GetRange(taken, count), messages[taken]);
                    await sender.Link.SendAsync(amqp, options.Timeout).WaitAsync(token);
                    taken += count;
                }

                return taken;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<int> DrainDeadLettersAsync(
        string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
        AttemptAsync(
            $"take over the dead letters of {entity}",
            (connection, token) => DeadLetterQueue.DrainAsync(connection, (entity, limit), keep, token),
            cancellationToken);

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var connection = await kept.GetAsync().WaitAsync(cancellationToken);
        await connection.AuthorizeAsync(Entities.Declarations, cancellationToken);
        // The broker takes the token of somebody without rights, too: they are asked for by the link.
        await connection.SenderAsync(Entities.Declarations).WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => BusFailure.IsUnauthorized(failure)
        ? CredentialFault.Of(BusFailure.Reason(failure), string.IsNullOrEmpty(options.FullyQualifiedNamespace) ? ByKey : ByIdentity)
        : IdentityFault.Of(failure);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (kept.Release() is { } connection)
            await connection.CloseAsync();
    }

    private static ServiceBusAddress AddressOf(ServiceBusOptions options) => options.FullyQualifiedNamespace is { Length: > 0 } host
        ? ServiceBusAddress.OfNamespace(host)
        : ServiceBusAddress.Parse(options.ConnectionString ?? "");

    private async Task<T> AttemptAsync<T>(string what, Func<BusConnection, CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await act(await kept.GetAsync().WaitAsync(either.Token), either.Token);
            }
            catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
            {
                // A broker that says nothing at all may be at the end of a dead connection.
                _ = kept.Release()?.CloseAsync();
                throw new BusUnavailableException($"Could not {what}: no answer in {options.Timeout}.", failure);
            }
            catch (Exception failure) when (BusFailure.IsOutside(failure))
            {
                if (attempt == Pauses.Length || BusFailure.IsFinal(failure))
                    throw new BusUnavailableException($"Could not {what}: {BusFailure.Reason(failure)}", failure);
            }

            await PauseAsync(Pauses[attempt], deadline.Token, cancellationToken);
        }
    }

    // At the deadline the pause ends early, and the next attempt says that there was no answer.
    private async Task PauseAsync(TimeSpan pause, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        await Task.Delay(pause, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
