using Alerting.Declarations;
using Alerting.Previews;

namespace Alerting.Functions;

/// <summary>What approving a proposal now would do.</summary>
/// <param name="Id">The declaration.</param>
/// <param name="MadeAt">When this was worked out; the directory and the rates may change after it.</param>
/// <param name="Channels">Each channel that goes out at the approval, and the calls that follow if nobody confirms.</param>
/// <param name="Texts">Every text that somebody would get. <c>????</c> stands for the code, which is drawn at the approval.</param>
/// <param name="Cost">What the providers are paid for.</param>
/// <param name="Currency">Of the prices.</param>
/// <param name="Warnings">What to know before approving; empty when all is well.</param>
internal sealed record PreviewDocument(
    string Id,
    DateTimeOffset MadeAt,
    IReadOnlyList<PreviewChannelDocument> Channels,
    IReadOnlyList<PreviewTextDocument> Texts,
    IReadOnlyList<PreviewCostDocument> Cost,
    string Currency,
    IReadOnlyList<PreviewWarning> Warnings)
{
    public static PreviewDocument Of(Declaration approved, AlertPreview preview, string currency) => new(
        approved.Id.Value,
        approved.Decision!.At,
        [.. preview.Channels.Select(channel => PreviewChannelDocument.Of(channel, preview.Texts))],
        [.. preview.Texts.Select(PreviewTextDocument.Of)],
        [.. preview.Cost.Select(PreviewCostDocument.Of)],
        currency,
        preview.Warnings);
}
