using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>Writes an email in both languages, the reader's first, between marks where it is not the real thing.</summary>
internal static class EmailText
{
    public static RenderedText Write(AlertWords words, Language language, Position position)
    {
        var (subject, first) = Section(words, language, position);
        var (_, second) = Section(words, language == Language.Dutch ? Language.English : Language.Dutch, position);
        var body = Templates.Current.Render($"email.frame.{Names.Of(language)}", new Dictionary<string, object>
        {
            ["markLine"] = words.MarksIn(language).Line,
            ["first"] = first,
            ["second"] = second,
        });
        return new(subject, body, Templates.Current.Version);
    }

    // The first line of these templates is the subject.
    private static (string Subject, string Body) Section(AlertWords words, Language language, Position position)
    {
        var values = words.InFull(language);
        values["facts"] = Templates.Current.Render($"email.facts.{Names.Of(language)}", values);
        var text = Templates.Current.Render($"email.{Names.Of(words.Kind, position)}.{Names.Of(language)}", values);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (text[..end].Trim(), $"{words.NoteIn(language)}\n\n{text[(end + 1)..].Trim()}".Trim());
    }
}
