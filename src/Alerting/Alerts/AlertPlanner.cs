using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Directory;
using Alerting.Telemetry;

namespace Alerting.Alerts;

/// <summary>Turns an approved declaration into delivery batches, tier by tier, and puts them into their queues.</summary>
/// <remarks>May be called again after any failure, or twice at once: what is planned stays planned and nobody is planned twice.</remarks>
public sealed class AlertPlanner(IDirectory directory, IDeliveryStore store, IBus bus, TimeProvider time)
{
    /// <summary>Plans the whole audience; returns when every batch is written and queued.</summary>
    public async Task PlanAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        if (await store.FindAlertPlanAsync(declaration.Id, cancellationToken) is not null)
            return;
        using var span = Instruments.Source.StartActivity("plan alert")?.SetTag(TagNames.Alert, declaration.Id.Value);
        var snapshot = await directory.ReadAsync(cancellationToken);
        var sms = new ChannelPlan(declaration.Id, Channel.Sms, store, time);
        var email = new ChannelPlan(declaration.Id, Channel.Email, store, time);
        await Task.WhenAll(
            PlanAsync(sms, () => Audience.Of(declaration, snapshot, Channel.Sms), Entities.Sms, cancellationToken),
            PlanAsync(email, () => Audience.Of(declaration, snapshot, Channel.Email), Entities.Email, cancellationToken));
        await store.FinishPlanAsync(
            new(declaration.Id, time.GetUtcNow(), sms.Batches + email.Batches, sms.Planned, email.Planned, snapshot.Version), cancellationToken);
        span?.SetTag(TagNames.Count, sms.Planned + email.Planned);
    }

    // Finding a large audience takes its time; no channel waits for the other's.
    private async Task PlanAsync(ChannelPlan plan, Func<IReadOnlyList<Addressee>> find, string queue, CancellationToken cancellationToken)
    {
        var audience = await Task.Run(find, cancellationToken);
        for (var tier = 1; tier <= 3; tier++)
            await QueueAsync(queue, plan.PlanAsync(tier, audience, cancellationToken), cancellationToken);
    }

    // The first batch goes off alone, the next in growing groups: early start, few round trips.
    private async Task QueueAsync(string queue, IAsyncEnumerable<BatchId> batches, CancellationToken cancellationToken)
    {
        var waiting = new List<BusMessage>();
        var group = 1;
        await foreach (var batch in batches)
        {
            waiting.Add(BatchMessage.For(batch));
            if (waiting.Count < group)
                continue;
            await bus.SendAsync(queue, waiting, cancellationToken);
            waiting = [];
            group = Math.Min(group * 2, 32);
        }

        if (waiting.Count > 0)
            await bus.SendAsync(queue, waiting, cancellationToken);
    }
}
