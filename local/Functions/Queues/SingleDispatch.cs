using System.Collections.Concurrent;
using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Queues;

/// <summary>One invocation per message, so many at a time; locks are renewed.</summary>
internal sealed class SingleDispatch(Function function, ServiceBusTrigger trigger, int maxConcurrentCalls, DispatchParts parts) : IDispatch
{
    private readonly ConcurrentDictionary<Task, byte> running = new();

    public async Task RunAsync(IMessageSource source, CancellationToken stop)
    {
        source.Grant(maxConcurrentCalls);
        await foreach (var message in source.Messages.ReadAllAsync(stop))
        {
            var call = HandleAsync(source, message, stop);
            running[call] = 0;
            _ = call.ContinueWith(ended => running.TryRemove(ended, out _), TaskScheduler.Default);
        }
        await Task.WhenAll(running.Keys);
    }

    private async Task HandleAsync(IMessageSource source, ReceivedMessage message, CancellationToken stop)
    {
        await Task.Yield();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewal = parts.Renewal.RunAsync(source, message, over.Token);
        try
        {
            var outcome = await parts.Invoker.InvokeAsync(function, Envelope, stop);
            await over.CancelAsync();
            await renewal;
            await parts.Settler.SettleAsync(source, [message], outcome);
            source.Grant(1);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped in the middle: the lock ends by itself, as after a kill.
        }

        Envelope Envelope() => MessageEnvelopes.One(trigger, message, parts.Client, SystemData.For(function.Name, parts.Clock));
    }
}
