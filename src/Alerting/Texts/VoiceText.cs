using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>Writes what a call says: whole words only, as a voice reads everything that stands there.</summary>
internal static class VoiceText
{
    public static string Write(AlertWords words, Language language, Position position) =>
        Templates.Current.Render($"voice.{Names.Of(words.Kind, position)}.{Names.Of(language)}", words.Spoken(language));

    public static string Thanks(AlertWords words, Language language) =>
        Templates.Current.Render($"voice.thanks.{Names.Of(language)}", words.Spoken(language));
}
