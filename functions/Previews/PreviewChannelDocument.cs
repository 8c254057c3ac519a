using Alerting.Previews;

namespace Alerting.Functions;

/// <summary>One channel of an alert that has not begun.</summary>
/// <param name="Channel">sms, email, or voice: the calls of the first round, as if nobody confirmed his text message.</param>
/// <param name="Deliveries">Addresses that would be told.</param>
/// <param name="Positions">The same by position of the body.</param>
/// <param name="WithoutAddress">Contacts who would be told if they had an address for this channel.</param>
/// <param name="Segments">Segments of all text messages; 0 for other channels.</param>
/// <param name="SegmentsOfLongest">Segments of the longest text in any language; 0 for other channels.</param>
/// <param name="Expected">When 50, 95 and 100 % are expected to have left.</param>
/// <param name="BoundBy">What, twice as fast, would help most; null when nothing would.</param>
internal sealed record PreviewChannelDocument(
    string Channel,
    int Deliveries,
    IReadOnlyList<PreviewPositionDocument> Positions,
    int WithoutAddress,
    int Segments,
    int SegmentsOfLongest,
    IReadOnlyList<ExpectedDocument> Expected,
    string? BoundBy)
{
    public static PreviewChannelDocument Of(ChannelPreview preview, IEnumerable<PreviewText> texts)
    {
        var own = texts.Where(text => text.Channel == preview.Channel).ToList();
        return new(
            Words.Of(preview.Channel),
            preview.Deliveries,
            [.. own.GroupBy(text => text.Position).Select(group => new PreviewPositionDocument(Words.Of(group.Key), group.Sum(text => text.Deliveries)))],
            preview.WithoutAddress,
            preview.Segments,
            own.Select(text => text.Segments).DefaultIfEmpty().Max(),
            ExpectedDocument.Of(preview.Expected),
            preview.Expected.BoundBy);
    }
}
