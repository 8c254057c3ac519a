using System.Collections.Concurrent;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Delivery.Receipts;

/// <summary>Which delivery of an alert went to a number. What an alert planned is read once, not for each handful of answers: it may be thousands of batches.</summary>
internal sealed class ToldNumbers(IDeliveryStore store)
{
    // People answer the alert of the hour, and some still the one before.
    private const int KeptAlerts = 4;

    private readonly ConcurrentDictionary<DeclarationId, IReadOnlyDictionary<Address, DeliveryName>> kept = new();

    /// <summary>The text messages of an alert, by number.</summary>
    public async Task<IReadOnlyDictionary<Address, DeliveryName>> OfAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(alert, out var known))
            return known;
        // Asked for first: a plan that is not finished may grow while it is read.
        var isWhole = await store.FindAlertPlanAsync(alert, cancellationToken) is not null;
        var told = await ReadAsync(alert, cancellationToken);
        if (!isWhole)
            return told;
        if (kept.Count >= KeptAlerts)
            kept.Clear();
        return kept[alert] = told;
    }

    private async Task<Dictionary<Address, DeliveryName>> ReadAsync(DeclarationId alert, CancellationToken cancellationToken)
    {
        var told = new Dictionary<Address, DeliveryName>();
        await foreach (var batch in store.ReadPlansAsync(alert, cancellationToken))
        {
            if (batch.Id.Channel != Channel.Sms)
                continue;
            foreach (var (index, recipient) in batch.Recipients.Index())
                told[recipient.Address] = new(batch.Id, index);
        }

        return told;
    }
}
