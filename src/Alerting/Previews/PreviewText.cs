using Alerting.Alerts;
using Alerting.Delivery.Channels;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Previews;

/// <summary>A text that would be sent, and to how many.</summary>
/// <param name="Channel">The way it is sent.</param>
/// <param name="Position">How its readers stand to the scope.</param>
/// <param name="Language">Their language.</param>
/// <param name="Deliveries">Readers, at least 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Segments">Segments of a text message; 0 for other channels.</param>
public sealed record PreviewText(Channel Channel, Position Position, Language Language, int Deliveries, RenderedText Text, int Segments)
{
    internal static IEnumerable<PreviewText> Of(Channel channel, IReadOnlyList<Addressee> people, AlertTextSet texts) =>
        from readers in people.CountBy(person => (person.Position, person.Contact.Language))
        orderby readers.Key
        let text = texts.For(channel, readers.Key.Language, readers.Key.Position)
        select new PreviewText(channel, readers.Key.Position, readers.Key.Language, readers.Value, text, channel == Channel.Sms ? SmsSize.Of(text.Body).Segments : 0);
}
