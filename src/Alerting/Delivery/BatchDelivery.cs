using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;

namespace Alerting.Delivery;

/// <summary>Sends delivery batches: claim, send in chunks, write what became of it, come back for what is left.</summary>
/// <remarks>
/// 1. Take the next claim; whoever holds an unfinished one is left alone until it ends.
/// 2. A delivery that an earlier claim left in doubt is looked up at the provider before it is sent.
/// 3. Nothing is sent whose declaration has lost its force, nor with too little of the claim left.
/// 4. Outcomes are written chunk by chunk; a kill leaves at most a chunk in doubt.
/// 5. A correction or withdrawal goes out to an address only after the delivery it follows has been settled.
/// 6. What is left unsettled comes back by a scheduled message; when the useful life is over it ends as failed.
/// </remarks>
public sealed class BatchDelivery(
    IChannel channel, IDeliveryStore store, BatchBook book, DeclarationWatch watch, IBus bus, BatchPace pace)
{
    /// <summary>Does what there is to do for a batch now. May be called any number of times, by anyone, at once.</summary>
    /// <exception cref="InvalidOperationException">The batch was never planned.</exception>
    public async Task DeliverAsync(BatchId id, CancellationToken cancellationToken)
    {
        var claim = pace.Claim(id, 1);
        if (await store.TryClaimAsync(claim, cancellationToken))
        {
            var plan = await store.FindPlanAsync(id, cancellationToken) ?? throw NeverPlanned(id);
            await SendAsync(BatchState.Of(new(plan, [], [], [], [])), claim, cancellationToken);
            return;
        }

        var state = BatchState.Of(await store.ReadAsync(id, cancellationToken) ?? throw NeverPlanned(id));
        if (state.IsFinished)
            await book.KeepAsync(state, cancellationToken);
        else if (state.HeldUntil is { } until && until > pace.Now)
            await ReturnAsync(id, state.LastClaim, until, cancellationToken);
        else if (pace.Claim(id, state.LastClaim + 1) is var next && await store.TryClaimAsync(next, cancellationToken))
            await SendAsync(state, next, cancellationToken);
    }

    /// <summary>Sends a batch that nobody has begun, without its message; that finds it done, or held.</summary>
    /// <param name="plan">The batch, as it was planned.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when somebody has begun it.</returns>
    public async Task<bool> TryBeginAsync(DeliveryBatch plan, CancellationToken cancellationToken)
    {
        var claim = pace.Claim(plan.Id, 1);
        if (!await store.TryClaimAsync(claim, cancellationToken))
            return false;
        await SendAsync(BatchState.Of(new(plan, [], [], [], [])), claim, cancellationToken);
        return true;
    }

    private async Task SendAsync(BatchState state, Claim claim, CancellationToken cancellationToken)
    {
        using var span = DeliveryMeasures.Begin(claim, channel.Kind);
        var declaration = await watch.FindAsync(claim.Batch.Alert, cancellationToken)
            ?? throw new InvalidOperationException($"Batch {claim.Batch} belongs to a declaration that is not approved.");
        var deadline = pace.DeadlineOf(declaration);
        var former = await FormerDeliveries.ReadAsync(state, store, pace.Now, cancellationToken);
        var run = new ChunkRun(channel, watch, pace, (claim, declaration, deadline, former));
        var chunks = state.Open.Chunk(channel.ChunkSize).ToList();
        var begun = 0;
        while (begun < chunks.Count && pace.HasTimeLeft(claim))
        {
            await channel.PrepareAsync(cancellationToken);
            var (outcomes, failure) = await run.SendAsync(state, chunks[begun], cancellationToken);
            // What went out is written down, whoever waits for it no longer and whatever befell the rest.
            await WriteAsync(new(claim.Batch, claim.Number, begun++, outcomes), CancellationToken.None);
            DeliveryMeasures.Count(declaration, channel.Kind, outcomes);
            failure?.Throw();
        }

        // Nobody shall take for doubtful what was not begun; what was in doubt before stays so.
        var unbegun = chunks.Skip(begun).SelectMany(chunk => chunk).Where(index => !state.MayHaveGone(index, channel));
        await WriteAsync(new(claim.Batch, claim.Number, begun, [.. unbegun.Select(NoTime)]), cancellationToken);
        await CloseAsync(claim, deadline, cancellationToken);
    }

    private Outcome NoTime(int index) => new(index, OutcomeKind.TryLater, pace.Now, Code: Outcome.NoTime);

    private Task WriteAsync(OutcomeChunk chunk, CancellationToken cancellationToken) =>
        chunk.Outcomes.Count > 0 ? store.AddOutcomesAsync(chunk, cancellationToken) : Task.CompletedTask;

    // Reads after its own last write: of several writers the last one sees everything.
    private async Task CloseAsync(Claim claim, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var state = BatchState.Of(await store.ReadAsync(claim.Batch, cancellationToken) ?? throw NeverPlanned(claim.Batch));
        await book.KeepAsync(state, cancellationToken);
        if (state.IsFinished)
            return;
        var next = state.HeldUntil ?? pace.NextTry(claim.Number, deadline);
        await ReturnAsync(claim.Batch, claim.Number, next, cancellationToken);
    }

    private Task ReturnAsync(BatchId id, int claim, DateTimeOffset at, CancellationToken cancellationToken) =>
        bus.SendAsync(channel.Queue, [BatchMessage.Again(id, claim, pace.NotTooSoon(at))], cancellationToken);

    private static InvalidOperationException NeverPlanned(BatchId id) =>
        new($"Batch {id} has no plan. A message names it, so the plan should have been written before: look for a restored or cleared table.");
}
