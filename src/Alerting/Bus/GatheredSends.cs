namespace Alerting.Bus;

/// <summary>Sends what many callers bring at once in few batches: what comes while a send is under way goes together with the next.</summary>
/// <param name="bus">The bus.</param>
/// <param name="entity">Queue or topic that everything goes to.</param>
public sealed class GatheredSends(IBus bus, string entity)
{
    /// <summary>Most messages in one send.</summary>
    public const int MaxBatch = 500;

    private readonly Lock gate = new();
    private readonly Queue<(BusMessage Message, TaskCompletionSource Taken)> waiting = new();
    private bool isSending;

    /// <summary>Sends a message; returns when the broker has taken it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait; the message may be sent all the same.</param>
    /// <exception cref="BusUnavailableException">The broker did not take the batch that the message was in.</exception>
    public Task SendAsync(BusMessage message, CancellationToken cancellationToken)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((message, taken));
            if (isSending)
                return taken.Task.WaitAsync(cancellationToken);
            isSending = true;
        }

        _ = PumpAsync();
        return taken.Task.WaitAsync(cancellationToken);
    }

    private async Task PumpAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await bus.SendAsync(entity, [.. batch.Select(item => item.Message)], CancellationToken.None);
                batch.ForEach(item => item.Taken.SetResult());
            }
            catch (Exception failure)
            {
                // Everybody who waits hears of it; the pump goes on with what came meanwhile.
                batch.ForEach(item => item.Taken.SetException(failure));
            }
        }
    }

    private List<(BusMessage Message, TaskCompletionSource Taken)> Next()
    {
        lock (gate)
        {
            var batch = new List<(BusMessage, TaskCompletionSource)>();
            while (batch.Count < MaxBatch && waiting.TryDequeue(out var item))
                batch.Add(item);
            isSending = batch.Count > 0;
            return batch;
        }
    }
}
