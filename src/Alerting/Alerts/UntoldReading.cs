using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Alerts;

/// <summary>Who of an alert's audience is untold, as it was read.</summary>
/// <param name="IsPlanned">True when the whole audience is known; until then more may come.</param>
/// <param name="Contacts">In the order of their places.</param>
public sealed record UntoldReading(bool IsPlanned, IReadOnlyList<Untold> Contacts)
{
    private const int ReadAtOnce = 16;

    /// <summary>Reads it, by the counts, so that an alert to a hundred thousand of which a few failed costs little.</summary>
    /// <remarks>
    /// Read are the batches that by their counts have failed or open deliveries. A batch without counts is begun by nobody: its plan says
    /// all of it, and plans are read for that only when the counts are not complete. By what else an untold contact was told stands in other
    /// batches, and only the plans know in which: they are read when somebody is untold, and then the rows of those batches that have told
    /// anybody and hold such a contact. The rows of no other batch are read.
    /// </remarks>
    /// <param name="alert">An approved declaration's alert.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<UntoldReading> ReadAsync(DeclarationId alert, IDeliveryStore store, CancellationToken cancellationToken)
    {
        // The plan first: a plan read later than the counts would promise batches that the counts do not know.
        var plan = await store.FindAlertPlanAsync(alert, cancellationToken);
        var counts = await store.ReadProgressAsync(alert, cancellationToken);
        var batches = await ReadAsync(counts.Where(batch => batch.Failed > 0 || batch.Open > 0).Select(batch => batch.Batch), store, cancellationToken);
        if (plan is null || counts.Count(batch => batch.Batch.Channel != Channel.Voice) < plan.Batches)
            batches.AddRange(await UnbegunAsync(alert, counts, store, cancellationToken));
        var untold = Untold.Of(batches);
        var others = counts.Where(HasTold).Select(batch => batch.Batch).Except(batches.Select(batch => batch.Plan.Id)).ToHashSet();
        if (untold.Count == 0 || others.Count == 0)
            return new(plan is not null, untold);
        batches.AddRange(await ReadAsync(await HoldingAsync(alert, untold, others, store, cancellationToken), store, cancellationToken));
        return new(plan is not null, Untold.Of(batches));
    }

    // An answer proves a send, too.
    private static bool HasTold(BatchProgress batch) => batch.Sent > 0 || batch.Acknowledged > 0;

    private static async Task<List<BatchState>> ReadAsync(IEnumerable<BatchId> ids, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var batches = new List<BatchState>();
        foreach (var some in ids.Chunk(ReadAtOnce))
        {
            var records = await Task.WhenAll(some.Select(batch => store.ReadAsync(batch, cancellationToken)));
            batches.AddRange(records.OfType<BatchRecord>().Select(BatchState.Of));
        }

        return batches;
    }

    private static async Task<List<BatchState>> UnbegunAsync(
        DeclarationId alert, IReadOnlyList<BatchProgress> counts, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var begun = counts.Select(batch => batch.Batch).ToHashSet();
        return await store.ReadPlansAsync(alert, cancellationToken)
            .Where(plan => !begun.Contains(plan.Id))
            .Select(plan => BatchState.Of(new(plan, [], [], [], [])))
            .ToListAsync(cancellationToken);
    }

    // Which of some batches hold an untold contact.
    private static async Task<List<BatchId>> HoldingAsync(
        DeclarationId alert, IReadOnlyList<Untold> untold, HashSet<BatchId> some, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var contacts = untold.Select(one => (one.BodyId, one.ContactId)).ToHashSet();
        return await store.ReadPlansAsync(alert, cancellationToken)
            .Where(plan => some.Contains(plan.Id) && plan.Recipients.Any(recipient => contacts.Contains((recipient.BodyId, recipient.ContactId))))
            .Select(plan => plan.Id)
            .ToListAsync(cancellationToken);
    }
}
