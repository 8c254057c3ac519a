namespace Alerting.Bus;

/// <summary>Sends what many callers bring at once in few messages: what comes while a send is under way goes together with the next.</summary>
/// <typeparam name="T">What they bring.</typeparam>
/// <param name="bus">The bus.</param>
/// <param name="entity">Queue or topic that everything goes to.</param>
/// <param name="pack">Makes one message of 1 to <see cref="MaxTogether"/>.</param>
public sealed class GatheredSends<T>(IBus bus, string entity, Func<IReadOnlyList<T>, BusMessage> pack)
{
    /// <summary>Most in one message.</summary>
    public const int MaxTogether = 100;

    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource Taken)> waiting = new();
    private bool isSending;

    /// <summary>Sends one; returns when the broker has taken it.</summary>
    /// <param name="item">What to send.</param>
    /// <param name="cancellationToken">Ends the wait; it may be sent all the same.</param>
    /// <exception cref="BusUnavailableException">The broker did not take the message that it was in.</exception>
    public Task SendAsync(T item, CancellationToken cancellationToken)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((item, taken));
            if (isSending)
                return taken.Task.WaitAsync(cancellationToken);
            isSending = true;
        }

        _ = PumpAsync();
        return taken.Task.WaitAsync(cancellationToken);
    }

    private async Task PumpAsync()
    {
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                await bus.SendAsync(entity, [pack(together.ConvertAll(one => one.Item))], CancellationToken.None);
                together.ForEach(one => one.Taken.SetResult());
            }
            catch (Exception failure)
            {
                // Everybody who waits hears of it; the pump goes on with what came meanwhile.
                together.ForEach(one => one.Taken.SetException(failure));
            }
        }
    }

    private List<(T Item, TaskCompletionSource Taken)> Next()
    {
        lock (gate)
        {
            var together = new List<(T, TaskCompletionSource)>();
            while (together.Count < MaxTogether && waiting.TryDequeue(out var one))
                together.Add(one);
            isSending = together.Count > 0;
            return together;
        }
    }
}
