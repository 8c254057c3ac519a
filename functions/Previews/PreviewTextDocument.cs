using Alerting.Previews;

namespace Alerting.Functions;

/// <summary>A text as it would be sent.</summary>
/// <param name="Channel">sms, email or voice.</param>
/// <param name="Position">inside, neighbour or elsewhere: how its readers stand to the scope.</param>
/// <param name="Language">nl or en.</param>
/// <param name="Deliveries">How many would get it.</param>
/// <param name="Subject">Of an email; null for others.</param>
/// <param name="Body">The text.</param>
/// <param name="Segments">Of a text message; 0 for other channels.</param>
internal sealed record PreviewTextDocument(string Channel, string Position, string Language, int Deliveries, string? Subject, string Body, int Segments)
{
    public static PreviewTextDocument Of(PreviewText text) => new(
        Words.Of(text.Channel),
        Words.Of(text.Position),
        text.Language == Texts.Language.Dutch ? "nl" : "en",
        text.Deliveries,
        text.Text.Subject,
        text.Text.Body,
        text.Segments);
}
