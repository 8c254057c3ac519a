using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;

namespace Alerting.Calls;

/// <summary>Plans the calls that follow a batch of text messages, round by round.</summary>
/// <remarks>
/// May be called at any time, by anyone, twice at once and again after a kill: a round's number exists once, and whoever composes a
/// round has read all before it, so nobody is in a round who is still being called by another.
/// </remarks>
public sealed class CallPlanner(DeclarationWatch watch, IDeliveryStore store, IBus bus, BatchPace pace, CallOptions options)
{
    private readonly CallPolicy policy = new(options);
    private readonly CallRules rules = new(options);

    /// <summary>The batches of text messages that reports may have changed something for: one failed, or a call ended.</summary>
    public static IEnumerable<BatchId> Touched(IEnumerable<Receipt> receipts) => receipts
        .Where(receipt => receipt.Batch.Channel == Channel.Voice || (receipt.Batch.Channel == Channel.Sms && receipt.Kind == ReceiptKind.Failed))
        .Select(receipt => receipt.Batch.Texts)
        .Distinct();

    /// <summary>Plans and queues the calls that are due, and sees to it that somebody looks again when the next ones are.</summary>
    public async Task PlanAsync(BatchId texts, CancellationToken cancellationToken)
    {
        if (await watch.FindAsync(texts.Alert, cancellationToken) is not { } declaration)
            return;
        var approved = await watch.ApprovedAsync(cancellationToken);
        var reach = policy.ReachOf(declaration, approved);
        if (reach == CallReach.Nobody)
            return;
        if (Standing.LostBy(declaration, approved, pace.Now) is not null || pace.Now >= pace.DeadlineOf(declaration))
            await store.KeepLookAsync(new(texts, null), cancellationToken);
        else if (await CallHistory.ReadAsync(store, texts, cancellationToken) is { } history)
            await PlanAsync(history, reach, cancellationToken);
    }

    private async Task PlanAsync(CallHistory history, CallReach reach, CancellationToken cancellationToken)
    {
        var turn = rules.Next(history, reach, pace.Now);
        while (turn.Recipients.Count > 0)
        {
            history = history.With(await AddRoundAsync(history, turn.Recipients, cancellationToken));
            turn = rules.Next(history, reach, pace.Now);
        }

        var untouched = history.Rounds.Where(round => round.IsUntouched).Select(round => BatchMessage.For(round.Plan.Id)).ToList();
        if (untouched.Count > 0)
            await bus.SendAsync(Entities.Voice, untouched, cancellationToken);
        if (turn.LookAt is { } at)
            await bus.SendAsync(Entities.PlanCalls, [BatchMessage.Look(history.Texts.Id, pace.NotTooSoon(at))], cancellationToken);
        await store.KeepLookAsync(new(history.Texts.Id, turn.LookAt), cancellationToken);
    }

    // When somebody else was faster, what he planned is the round.
    private async Task<BatchRecord> AddRoundAsync(CallHistory history, IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken)
    {
        var round = new DeliveryBatch(history.Texts.Id.Calls(history.Rounds.Count + 1), recipients, pace.Now);
        await store.TryPlanAsync(round, cancellationToken);
        var record = await store.ReadAsync(round.Id, cancellationToken)
            ?? throw new InvalidOperationException($"Round {round.Id} could neither be planned nor read.");
        await store.KeepProgressAsync(BatchState.Of(record).Progress(), cancellationToken);
        return record;
    }
}
