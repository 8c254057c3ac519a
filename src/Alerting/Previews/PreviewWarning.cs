using System.Globalization;
using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Forecasts;

namespace Alerting.Previews;

/// <summary>Something that the approver should know before.</summary>
/// <param name="Rule">Stable name, lower case with dashes.</param>
/// <param name="Message">What it is, in one sentence.</param>
public sealed record PreviewWarning(string Rule, string Message)
{
    /// <summary>All warnings of a preview, the gravest first. Pure.</summary>
    /// <param name="declaration">As an approval now would make it.</param>
    /// <param name="channels">What it would be on each channel.</param>
    /// <param name="texts">Every text of it.</param>
    public static IReadOnlyList<PreviewWarning> Of(Declaration declaration, IReadOnlyList<ChannelPreview> channels, IReadOnlyList<PreviewText> texts) =>
    [
        .. Succession.Annuls(declaration) ? [AudienceOf(declaration)] : Array.Empty<PreviewWarning>(),
        .. channels.Where(channel => channel.Deliveries == 0).Select(Nobody),
        .. channels.Where(channel => EndsBefore(declaration, channel)).Select(TooSlow),
        .. texts.Where(text => text.Segments > 1).Select(Long),
        .. channels.Where(channel => channel.WithoutAddress > 0).Select(Unaddressed),
    ];

    private static bool EndsBefore(Declaration declaration, ChannelPreview channel) =>
        channel.Deliveries > 0 && declaration.Until < declaration.Decision!.At + channel.Expected.Percent95;

    private static PreviewWarning AudienceOf(Declaration annulment) => Say(
        "audience-of-original", $"It goes to those whom the alert of {annulment.Original!.Id} was planned for or told; counted here are those whom the directory would name now.");

    private static PreviewWarning Nobody(ChannelPreview channel) => new("nobody", $"Nobody is told by {Name(channel.Channel)}.");

    private static PreviewWarning TooSlow(ChannelPreview channel) => Say(
        "until-before-95-percent", $"By {Name(channel.Channel)} 95 % are told in minute {RouteForecast.MinuteOf(channel.Expected.Percent95)} only; the declaration ends before.");

    private static PreviewWarning Long(PreviewText text) => Say(
        "more-than-one-segment", $"The text message for readers {Where(text)} takes {text.Segments} segments: it costs and takes {text.Segments} times as much.");

    private static PreviewWarning Unaddressed(ChannelPreview channel) => Say(
        "no-address", $"{channel.WithoutAddress} contacts who would be told by {Name(channel.Channel)} have no {(channel.Channel == Channel.Email ? "email address" : "number")}.");

    private static string Name(Channel channel) => channel switch
    {
        Channel.Sms => "text message",
        Channel.Voice => "telephone",
        _ => "email",
    };

    private static string Where(PreviewText text) => $"{text.Position}, {text.Language}".ToLowerInvariant();

    private static PreviewWarning Say(string rule, FormattableString message) => new(rule, message.ToString(CultureInfo.InvariantCulture));
}
