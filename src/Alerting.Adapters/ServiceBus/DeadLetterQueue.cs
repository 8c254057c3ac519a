using Alerting.Bus;
using Amqp;

namespace Alerting.Adapters.ServiceBus;

/// <summary>The queue beside an entity in which the broker parks what it gave up.</summary>
internal static class DeadLetterQueue
{
    // What was seen a moment ago comes at once, unless somebody else has it locked. On a machine that stalls it may take seconds, and is waited
    // for only where there is something.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Takes out what is there, at most so many, each once it is kept.</summary>
    public static async Task<int> DrainAsync(
        BusConnection connection, (string Entity, int Limit) from, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        var queue = $"{from.Entity}/$DeadLetterQueue";
        var count = await CountAsync(connection, queue, from.Limit, cancellationToken);
        if (count == 0)
            return 0;
        var link = await connection.ReceiveAsync(queue, cancellationToken);
        try
        {
            return await DrainAsync(link, (from.Entity, count), keep, cancellationToken);
        }
        finally
        {
            await link.CloseAsync();
        }
    }

    // A look costs a round trip; a link that waits for what is not there costs its patience, at every entity and every time.
    private static async Task<int> CountAsync(BusConnection connection, string queue, int limit, CancellationToken cancellationToken)
    {
        using var management = await connection.ManageAsync(queue, cancellationToken);
        return PeekRequest.Count(await management.AskAsync(PeekRequest.Of(0, limit), cancellationToken));
    }

    private static async Task<int> DrainAsync(
        ReceiverLink link, (string Entity, int Count) expected, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        for (var drained = 0; drained < expected.Count; drained++)
        {
            // One at a time: what came ahead of its turn would stay locked when the turn before it fails.
            link.SetCredit(1, CreditMode.Manual, 0);
            if (await link.ReceiveAsync(Patience).WaitAsync(cancellationToken) is not { } message)
                return drained;
            await KeepAsync(link, message, token => keep(AmqpMessages.ReadDeadLetter(expected.Entity, message), token), cancellationToken);
        }

        return expected.Count;
    }

    private static async Task KeepAsync(ReceiverLink link, Message message, Func<CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        try
        {
            await keep(cancellationToken);
        }
        catch
        {
            link.Release(message);
            throw;
        }

        link.Accept(message);
    }
}
