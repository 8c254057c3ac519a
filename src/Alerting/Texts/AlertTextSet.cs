using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>All texts of one alert: each channel, language and position, rendered once.</summary>
public sealed class AlertTextSet
{
    private readonly Dictionary<(Channel, Language, Position), RenderedText> _texts;

    private AlertTextSet(Dictionary<(Channel, Language, Position), RenderedText> texts) => _texts = texts;

    /// <summary>Renders all texts of an approved declaration.</summary>
    public static AlertTextSet Of(Declaration declaration, AlertTexts texts)
    {
        var inputs =
            from channel in Enum.GetValues<Channel>()
            from language in Enum.GetValues<Language>()
            from position in Enum.GetValues<Position>()
            select new AlertTextInput(declaration, channel, language, position);
        return new(inputs.ToDictionary(input => (input.Channel, input.Language, input.Position), texts.Render));
    }

    /// <summary>The text for a reader.</summary>
    public RenderedText For(Channel channel, Language language, Position position) => _texts[(channel, language, position)];
}
