using System.Runtime.CompilerServices;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Alerts;

/// <summary>The batches of one channel of a correction or withdrawal: those of the alert that it follows, one to one.</summary>
/// <remarks>
/// Made of finished plans alone, which never change: however often and by whomever it is planned, it is the same plan. Who stands
/// only in an older alert of the line comes in batches of its own after those.
/// </remarks>
internal sealed class FollowingPlan(DeclarationId alert, Channel channel, IDeliveryStore store, TimeProvider time)
{
    /// <summary>Deliveries planned so far.</summary>
    public int Planned { get; private set; }

    /// <summary>Batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Plans all of it; yields every batch, new or found.</summary>
    /// <param name="line">Alerts that are followed, newest first, all of them planned.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async IAsyncEnumerable<BatchId> PlanAsync(
        IReadOnlyList<DeclarationId> line, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var older = await OlderAsync(line.Skip(1), cancellationToken);
        var numbers = new Dictionary<int, int>();
        await foreach (var batch in BatchesOf(line[0], cancellationToken))
        {
            numbers[batch.Id.Tier] = batch.Id.Number + 1;
            yield return await PlanAsync(batch.Id.For(alert), Followed(batch, older), cancellationToken);
        }

        foreach (var tier in older.Values.GroupBy(one => one.Tier).OrderBy(tier => tier.Key))
        {
            var number = numbers.GetValueOrDefault(tier.Key);
            foreach (var chunk in tier.Select(one => one.Recipient).Chunk(DeliveryBatch.MaxSize))
                yield return await PlanAsync(BatchId.Of(alert, channel, tier.Key, number++), chunk, cancellationToken);
        }
    }

    private async Task<BatchId> PlanAsync(BatchId id, Recipient[] recipients, CancellationToken cancellationToken)
    {
        await store.TryPlanAsync(new(id, recipients, time.GetUtcNow()), cancellationToken);
        Batches++;
        Planned += recipients.Length;
        return id;
    }

    // Takes out of the older ones who stands in the batch, so that nobody is planned twice.
    private static Recipient[] Followed(DeliveryBatch batch, Dictionary<Address, (int Tier, Recipient Recipient)> older) =>
        [.. batch.Recipients.Select((recipient, index) => recipient with
        {
            Former = [.. FormerOf(batch, index), .. older.Remove(recipient.Address, out var before) ? before.Recipient.Former! : []],
        })];

    private async Task<Dictionary<Address, (int Tier, Recipient Recipient)>> OlderAsync(IEnumerable<DeclarationId> line, CancellationToken cancellationToken)
    {
        var older = new Dictionary<Address, (int Tier, Recipient Recipient)>();
        foreach (var alert in line)
            await foreach (var batch in BatchesOf(alert, cancellationToken))
                for (var index = 0; index < batch.Recipients.Count; index++)
                    Add(older, batch, index);
        return older;
    }

    private static void Add(Dictionary<Address, (int Tier, Recipient Recipient)> older, DeliveryBatch batch, int index)
    {
        var recipient = batch.Recipients[index];
        var (tier, newer) = older.GetValueOrDefault(recipient.Address, (batch.Id.Tier, recipient with { Former = [] }));
        older[recipient.Address] = (tier, newer with { Former = [.. newer.Former!, .. FormerOf(batch, index)] });
    }

    private static IEnumerable<DeliveryName> FormerOf(DeliveryBatch batch, int index) =>
        [new(batch.Id, index), .. batch.Recipients[index].Former ?? []];

    private IAsyncEnumerable<DeliveryBatch> BatchesOf(DeclarationId other, CancellationToken cancellationToken) =>
        store.ReadPlansAsync(other, cancellationToken).Where(batch => batch.Id.Channel == channel);
}
