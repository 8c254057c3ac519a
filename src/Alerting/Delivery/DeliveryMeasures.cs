using System.Diagnostics;
using System.Diagnostics.Metrics;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Telemetry;

namespace Alerting.Delivery;

/// <summary>Counts what became of deliveries and how long it took, by channel and status.</summary>
internal static class DeliveryMeasures
{
    /// <summary>A span for the work on a batch; null when nobody looks.</summary>
    public static Activity? Begin(Claim claim, Channel channel) => Instruments.Source.StartActivity("deliver batch")
        ?.SetTag(TagNames.Alert, claim.Batch.Alert.Value)
        .SetTag(TagNames.Batch, claim.Batch.Value)
        .SetTag(TagNames.Channel, TagNames.Word(channel));

    /// <summary>A span for the provider's answer to one delivery; null when nobody looks, so that a hundred thousand of them cost nothing.</summary>
    public static Activity? Begin(string name, in Dispatch dispatch, Channel channel)
    {
        var span = Instruments.Source.StartActivity(name, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TagNames.Batch, dispatch.Plan.Id.Value)
                .SetTag(TagNames.Delivery, dispatch.Index)
                .SetTag(TagNames.Channel, TagNames.Word(channel));
        }

        return span;
    }

    /// <summary>Says on the span what the provider answered.</summary>
    public static void Answered(this Activity span, SendOutcome answer)
    {
        span.SetTag(TagNames.Outcome, TagNames.Word(answer.Kind)).SetTag(TagNames.Code, answer.Code).SetTag(TagNames.Provider, answer.Provider);
        if (answer.Kind != SendKind.Sent)
            span.SetStatus(ActivityStatusCode.Error, answer.Code);
    }

    /// <summary>Counts the outcomes of a chunk once they are written.</summary>
    public static void Count(Declaration declaration, Channel channel, IReadOnlyList<Outcome> outcomes)
    {
        var tags = new TagList { { TagNames.Channel, TagNames.Word(channel) }, { TagNames.Status, TagNames.Word(declaration.Status) } };
        foreach (var sent in outcomes.Where(outcome => outcome.Kind == OutcomeKind.Sent).CountBy(outcome => outcome.Provider ?? ""))
            Add(Instruments.DeliveriesSent, sent.Value, sent.Key.Length == 0 ? tags : [.. tags, new(TagNames.Provider, sent.Key)]);
        Add(Instruments.DeliveriesRepeated, outcomes.Count(outcome => outcome.Code == Outcome.SentAgain), tags);
        Add(Instruments.DeliveriesFailed, Of(outcomes, OutcomeKind.Rejected) + Of(outcomes, OutcomeKind.Failed), tags);
        Add(Instruments.DeliveriesSuperseded, Of(outcomes, OutcomeKind.Superseded), tags);
        if (!Instruments.DeliveryDuration.Enabled || declaration.Decision is not { At: var approvedAt })
            return;
        foreach (var outcome in outcomes)
            if (outcome.Kind == OutcomeKind.Sent)
                Instruments.DeliveryDuration.Record((outcome.At - approvedAt).TotalSeconds, tags);
    }

    private static void Add(Counter<int> counter, int count, in TagList tags)
    {
        if (count > 0)
            counter.Add(count, tags);
    }

    private static int Of(IReadOnlyList<Outcome> outcomes, OutcomeKind kind) => outcomes.Count(outcome => outcome.Kind == kind);
}
