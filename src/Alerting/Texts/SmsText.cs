using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>Writes a text message that fits one segment, giving up words in a fixed order until it does.</summary>
/// <remarks>
/// The templates see how tight it is: from 1 on they close briefly, from 2 on the kind of place is brief, from 3 on there is no mark
/// at the end and the word for the level is brief, at 4 everything is, and the name of the place is cut and its code added. At last
/// the mark at the start is said once instead of twice. Mark at the start, level, place, position, times and the answer always stay.
/// </remarks>
internal static class SmsText
{
    private const int BriefScope = 2;
    private const int NoEndMark = 3;
    private const int Tightest = 4;

    public static string Write(AlertWords words, Language language, Position position)
    {
        var values = words.In(language);
        var template = $"sms.{Names.Of(words.Kind, position)}.{Names.Of(language)}";
        for (var tight = 0; tight <= Tightest; tight++)
        {
            values["tight"] = tight;
            values["endMark"] = tight < NoEndMark ? words.MarksIn(language).End : "";
            if (tight == BriefScope)
                values["scope"] = ScopeNames.Brief(words.Scope, language);
            var text = Write(template, values);
            if (SmsSize.Of(text).Segments == 1)
                return text;
        }

        var cut = WriteCut(template, values, words.Scope, language);
        if (SmsSize.Of(cut).Segments == 1)
            return cut;
        values["mark"] = words.BriefMarkIn(language);
        return WriteCut(template, values, words.Scope, language);
    }

    private static string WriteCut(string template, Dictionary<string, object> values, Scope scope, Language language)
    {
        values["scope"] = "";
        var room = SmsSize.OneSegment - SmsSize.Of(Write(template, values)).Units;
        values["scope"] = ScopeNames.Cut(scope, language, room);
        return Write(template, values);
    }

    private static string Write(string template, Dictionary<string, object> values) => Gsm7.Downgrade(Templates.Current.Render(template, values));
}
