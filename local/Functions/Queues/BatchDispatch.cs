using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Queues;

/// <summary>One invocation per batch, one batch at a time, all or nothing; locks are not renewed.</summary>
internal sealed class BatchDispatch(Function function, ServiceBusTrigger trigger, BatchSize size, DispatchParts parts) : IDispatch
{
    public async Task RunAsync(IMessageSource source, CancellationToken stop)
    {
        try
        {
            while (await GatherAsync(source, stop) is { Count: > 0 } batch)
                await parts.Settler.SettleAsync(source, batch, await InvokeAsync(batch, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped in the middle: the locks end by themselves, as after a kill.
        }
    }

    private Task<InvocationOutcome> InvokeAsync(IReadOnlyList<ReceivedMessage> batch, CancellationToken stop) =>
        parts.Invoker.InvokeAsync(function, () => MessageEnvelopes.Many(trigger, batch, parts.Client, SystemData.For(function.Name, parts.Clock)), stop);

    private async Task<IReadOnlyList<ReceivedMessage>> GatherAsync(IMessageSource source, CancellationToken stop)
    {
        // What came in while the last grant was being taken back counts for this batch.
        var granted = Math.Max(0, size.Max - source.Messages.Count);
        if (granted > 0)
            source.Grant(granted);
        var alreadyHere = size.Max - granted;
        if (!await source.Messages.WaitToReadAsync(stop))
            return [];
        var batch = new List<ReceivedMessage>();
        using var over = new CancellationTokenSource(size.Patience, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
        try
        {
            // What is here is taken whatever the time: an empty batch would mean the end.
            do
            {
                while (batch.Count < size.Max && source.Messages.TryRead(out var message))
                    batch.Add(message);
            }
            while (batch.Count < size.Enough && await source.Messages.WaitToReadAsync(either.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // No more for this batch.
        }
        var left = granted - Math.Max(0, batch.Count - alreadyHere);
        if (left > 0)
            source.Drain(left);
        return batch;
    }
}
