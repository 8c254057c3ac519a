using System.Text.RegularExpressions;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;

namespace Alerting.Alerts;

/// <summary>A contact of an alert's audience whom one channel has not told.</summary>
/// <remarks>
/// A channel has told a contact when one of its deliveries to him was sent and is not reported as failed, or was answered by a human: so a call
/// that was taken outdoes the busy one before. Whoever has superseded deliveries only is neither told nor untold. No numbers, no addresses.
/// </remarks>
/// <param name="Tier">Tier of the body, 1 first.</param>
/// <param name="BodyId">The body.</param>
/// <param name="ContactId">The contact within the body.</param>
/// <param name="Channel">The channel that has not told him.</param>
/// <param name="State">Whether it still may.</param>
/// <param name="Code">Why, by the last outcome or the provider's report; null when nobody said.</param>
/// <param name="At">When that was said; null before the first outcome.</param>
/// <param name="ToldBy">Other channels of the same alert that have told him.</param>
public sealed partial record Untold(
    int Tier, string BodyId, string ContactId, Channel Channel, UntoldState State, string? Code, DateTimeOffset? At, IReadOnlyList<Channel> ToldBy)
{
    /// <summary>Its place in the list: told by nothing first, then by tier, body, contact and channel. Compared as text, because a comma sorts before all that an id may hold.</summary>
    public string Place => FormattableString.Invariant($"{(ToldBy.Count == 0 ? 0 : 1)},{Tier},{BodyId},{ContactId},{(int)Channel}");

    /// <summary>True when a text has the form of a <see cref="Place"/>.</summary>
    public static bool IsPlace(string text) => PlaceForm().IsMatch(text);

    /// <summary>Who is untold by these batches of one alert, in the order of their places. Pure.</summary>
    public static IReadOnlyList<Untold> Of(IEnumerable<BatchState> batches) =>
        [.. batches
            .SelectMany(batch => batch.Plan.Recipients.Select((_, index) => new Delivery(batch, index)))
            .GroupBy(delivery => (delivery.Recipient.BodyId, delivery.Recipient.ContactId))
            .SelectMany(OfContact)
            .OrderBy(untold => untold.Place, StringComparer.Ordinal)];

    private static IEnumerable<Untold> OfContact(IEnumerable<Delivery> deliveries)
    {
        var channels = deliveries.GroupBy(delivery => delivery.Channel).ToList();
        var toldBy = channels.Where(channel => channel.Any(delivery => delivery.IsTold)).Select(channel => channel.Key).Order().ToList();
        return channels
            .Where(channel => !toldBy.Contains(channel.Key))
            .Select(channel => channel.Where(delivery => delivery.State is not null).MaxBy(delivery => (delivery.State == UntoldState.Open, delivery.LastWord.At)))
            .OfType<Delivery>()
            .Select(delivery => delivery.Untold(toldBy));
    }

    [GeneratedRegex(@"\A[01],[1-3],[a-z0-9-]{1,64},[a-z0-9-]{1,40},[0-2]\z")]
    private static partial Regex PlaceForm();

    // One delivery and how it stands.
    private sealed record Delivery(BatchState Batch, int Index)
    {
        public Recipient Recipient => Batch.Plan.Recipients[Index];

        public Channel Channel => Batch.Plan.Id.Channel;

        // Whoever answered knows, whatever a provider reported.
        public bool IsTold =>
            Batch.Deliveries[Index] is DeliveryState.Sent or DeliveryState.Delivered
            || Batch.Record.Acknowledgements.Any(answer => answer.Index == Index);

        public UntoldState? State => Batch.Deliveries[Index] switch
        {
            DeliveryState.Planned or DeliveryState.Doubtful => UntoldState.Open,
            DeliveryState.Failed => UntoldState.Failed,
            _ => null,
        };

        // What failed after it was sent did so by a report.
        public (string? Code, DateTimeOffset? At) LastWord =>
            Batch.Record.Receipts.FirstOrDefault(receipt => receipt.Index == Index && receipt.Kind == ReceiptKind.Failed) is { } report
                ? (report.Code, report.At)
                : (Batch.OutcomeOf(Index)?.Code, Batch.OutcomeOf(Index)?.At);

        public Untold Untold(IReadOnlyList<Channel> toldBy) =>
            new(Batch.Plan.Id.Tier, Recipient.BodyId, Recipient.ContactId, Channel, State!.Value, LastWord.Code, LastWord.At, toldBy);
    }
}
