using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Alerts;

/// <summary>The batches of one alert and channel while they are being planned.</summary>
/// <remarks>
/// Batch numbers of a tier are taken in order, and a number exists once. Whoever finds a number taken reads what it holds
/// before he composes the next one, so two planners, or one after a crash with another directory, never plan an address twice.
/// </remarks>
/// <param name="alert">The alert.</param>
/// <param name="channel">The channel.</param>
/// <param name="store">Where plans are.</param>
/// <param name="time">The clock.</param>
/// <param name="before">What an earlier planner has planned, in whatever tier: a body may have moved to another one since.</param>
internal sealed class ChannelPlan(DeclarationId alert, Channel channel, IDeliveryStore store, TimeProvider time, IEnumerable<Address> before)
{
    // Not what this planner plans itself: an audience names an address once.
    private readonly HashSet<Address> byOthers = [.. before];
    private readonly Queue<Recipient> putBack = new();

    /// <summary>Deliveries planned so far.</summary>
    public int Planned { get; private set; }

    /// <summary>Batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Plans what one tier of the audience still lacks; yields every batch of the tier, new or found.</summary>
    public async IAsyncEnumerable<BatchId> PlanAsync(
        int tier, IReadOnlyList<Addressee> audience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var waiting = audience.Where(addressee => addressee.Tier == tier).GetEnumerator();
        for (var number = 0; ; number++)
        {
            var id = BatchId.Of(alert, channel, tier, number);
            var recipients = NextRecipients(waiting);
            if (recipients.Count == 0 && await store.FindPlanAsync(id, cancellationToken) is null)
                yield break;
            await PlanBatchAsync(id, recipients, cancellationToken);
            yield return id;
        }
    }

    private List<Recipient> NextRecipients(IEnumerator<Addressee> waiting)
    {
        var recipients = new List<Recipient>(DeliveryBatch.MaxSize);
        while (recipients.Count < DeliveryBatch.MaxSize && (putBack.TryDequeue(out var recipient) || TryNext(waiting, out recipient)))
            if (!byOthers.Contains(recipient.Address))
                recipients.Add(recipient);
        return recipients;
    }

    private static bool TryNext(IEnumerator<Addressee> waiting, [NotNullWhen(true)] out Recipient? next)
    {
        next = waiting.MoveNext() ? waiting.Current.Recipient() : null;
        return next is not null;
    }

    private async Task PlanBatchAsync(BatchId id, List<Recipient> recipients, CancellationToken cancellationToken)
    {
        var batch = new DeliveryBatch(id, recipients, time.GetUtcNow());
        if (recipients.Count == 0 || !await store.TryPlanAsync(batch, cancellationToken))
        {
            batch = await store.FindPlanAsync(id, cancellationToken)
                ?? throw new InvalidOperationException($"Batch {id} could neither be planned nor read.");
            foreach (var recipient in recipients)
                putBack.Enqueue(recipient);
            byOthers.UnionWith(batch.Recipients.Select(recipient => recipient.Address));
        }

        Batches++;
        Planned += batch.Recipients.Count;
    }
}
