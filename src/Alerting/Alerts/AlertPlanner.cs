using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Telemetry;

namespace Alerting.Alerts;

/// <summary>Turns an approved declaration into delivery batches, tier by tier, and puts them into their queues.</summary>
/// <remarks>May be called again after any failure, or twice at once: what is planned stays planned and nobody is planned twice.</remarks>
public sealed class AlertPlanner(IDirectory directory, IDeclarationStore declarations, IDeliveryStore store, IBus bus, TimeProvider time)
{
    /// <summary>
    /// How long after its approval a correction or withdrawal is planned: when no worker holds an older picture of the declarations any
    /// more, so that whatever is planned later of what it follows is not sent. Half a second, for clocks that differ.
    /// </summary>
    public static readonly TimeSpan Settling = DeclarationWatch.Freshness * 2;

    /// <summary>Plans the whole audience; returns when every batch is written and queued.</summary>
    public async Task PlanAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        if (await store.FindAlertPlanAsync(declaration.Id, cancellationToken) is not null)
            return;
        using var span = Instruments.Source.StartActivity("plan alert")?.SetTag(TagNames.Alert, declaration.Id.Value);
        var planned = Succession.Annuls(declaration)
            ? await PlanFollowingAsync(declaration, cancellationToken)
            : await PlanAudienceAsync(declaration, cancellationToken);
        await store.FinishPlanAsync(planned, cancellationToken);
        span?.SetTag(TagNames.Count, planned.Sms + planned.Email);
    }

    private async Task<AlertPlan> PlanAudienceAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var snapshot = await directory.ReadAsync(cancellationToken);
        var before = await store.ReadPlansAsync(declaration.Id, cancellationToken)
            .SelectMany(batch => batch.Recipients.Select(recipient => (batch.Id.Channel, recipient.Address)))
            .ToLookupAsync(planned => planned.Channel, planned => planned.Address, cancellationToken: cancellationToken);
        var sms = new ChannelPlan(declaration.Id, Channel.Sms, store, time, before[Channel.Sms]);
        var email = new ChannelPlan(declaration.Id, Channel.Email, store, time, before[Channel.Email]);
        await Task.WhenAll(
            PlanAsync(sms, () => Audience.Of(declaration, snapshot, Channel.Sms), Entities.Sms, cancellationToken),
            PlanAsync(email, () => Audience.Of(declaration, snapshot, Channel.Email), Entities.Email, cancellationToken));
        return new(declaration.Id, time.GetUtcNow(), sms.Batches + email.Batches, sms.Planned, email.Planned, snapshot.Version);
    }

    // What is followed is planned to its end first, so that whoever it would have been told to stands in the plan.
    private async Task<AlertPlan> PlanFollowingAsync(Declaration annulment, CancellationToken cancellationToken)
    {
        if (annulment.Decision!.At + Settling - time.GetUtcNow() is var early && early > TimeSpan.Zero)
            await Task.Delay(early, time, cancellationToken);
        var line = Lineage.Of(annulment, await declarations.ListAsync(DeclarationState.Approved, cancellationToken));
        foreach (var followed in line)
            await PlanAsync(followed, cancellationToken);
        var ids = line.Select(followed => followed.Id).ToList();
        var sms = new FollowingPlan(annulment.Id, Channel.Sms, store, time);
        var email = new FollowingPlan(annulment.Id, Channel.Email, store, time);
        await Task.WhenAll(
            QueueAsync(Entities.Sms, sms.PlanAsync(ids, cancellationToken), cancellationToken),
            QueueAsync(Entities.Email, email.PlanAsync(ids, cancellationToken), cancellationToken));
        var original = await store.FindAlertPlanAsync(ids[0], cancellationToken);
        return new(annulment.Id, time.GetUtcNow(), sms.Batches + email.Batches, sms.Planned, email.Planned, original!.DirectoryVersion);
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
