using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Turns;

/// <summary>Delivers the batches of a channel, the most urgent first, whichever the broker's messages name.</summary>
/// <remarks>
/// A queue is read in its order, so the batches of a new alert stand behind what is left of an old one, and whoever is called for
/// the old one holds a place for as long as a slow provider makes him. So whoever is called first takes on what overtakes his own
/// batch, for 30 s at most, and again, one at a time, while his own is under way. What was taken on is claimed as ever; its message
/// finds it done later. Nothing is put back, so nothing can be lost, and all processes do this without a word to each other.
/// </remarks>
public sealed class Overtaking(BatchDelivery delivery, IChannel channel, DeclarationWatch watch, IDeliveryStore store, BatchPace pace, TimeProvider time) : IDisposable
{
    /// <summary>Time between two looks for what overtakes a batch that is under way: 250 ms.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly IUntaken untaken = channel.Kind == Channel.Voice ? new UntakenRounds(store, pace) : new UntakenBatches(channel.Kind, store, pace);

    /// <summary>The same, with nothing to do afterwards.</summary>
    public Task DeliverAsync(BatchId batch, CancellationToken cancellationToken) =>
        DeliverAsync(batch, (_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Delivers a batch and what overtakes it; see <see cref="BatchDelivery.DeliverAsync"/>.</summary>
    /// <param name="batch">The batch that the message names.</param>
    /// <param name="then">Called for each batch that was delivered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task DeliverAsync(BatchId batch, Func<BatchId, CancellationToken, Task> then, CancellationToken cancellationToken)
    {
        Task? own = null;
        try
        {
            for (var end = pace.Now + Doorway.Patience; pace.Now < end;)
                if (!await TryOvertakeAsync(batch, then, cancellationToken))
                    break;
            own = DeliverOwnAsync(batch, then, cancellationToken);
            while (!await EndsAsync(own))
                while (!own.IsCompleted && await TryOvertakeAsync(batch, then, cancellationToken))
                {
                }
        }
        finally
        {
            // Whatever befalls the others.
            await (own ?? DeliverOwnAsync(batch, then, cancellationToken));
        }
    }

    /// <inheritdoc />
    public void Dispose() => untaken.Dispose();

    private async Task DeliverOwnAsync(BatchId batch, Func<BatchId, CancellationToken, Task> then, CancellationToken cancellationToken)
    {
        await delivery.DeliverAsync(batch, cancellationToken);
        await then(batch, cancellationToken);
    }

    // Its time-out is no failure, so it is no exception.
    private async Task<bool> EndsAsync(Task own) =>
        await Task.WhenAny(own, Task.Delay(Pause, time)) == own;

    private async Task<bool> TryOvertakeAsync(BatchId batch, Func<BatchId, CancellationToken, Task> then, CancellationToken cancellationToken)
    {
        foreach (var overtaker in Overtaker.Of(batch, await watch.ApprovedAsync(cancellationToken), pace))
        {
            while (await untaken.NextAsync(overtaker, cancellationToken) is { } plan)
            {
                if (!await TryBeginAsync(overtaker, plan, cancellationToken))
                    continue;
                await then(plan.Id, cancellationToken);
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TryBeginAsync(Overtaker overtaker, DeliveryBatch plan, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.TryBeginAsync(plan, cancellationToken);
        }
        catch
        {
            // Perhaps it was not even claimed. Otherwise whoever takes it on next finds it begun.
            await untaken.TakeBackAsync(overtaker, plan);
            throw;
        }
    }
}
