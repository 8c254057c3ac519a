using System.Globalization;
using System.Text;

namespace Alerting.Texts;

/// <summary>Text in which the reader sees everything there is.</summary>
public static class VisibleText
{
    /// <summary>
    /// True when nothing in a text is invisible or broken: no control characters (line breaks and tabs among them), no format
    /// characters (those that turn the writing direction among them), no private or half characters.
    /// </summary>
    public static bool Is(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
            if (hidden || rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
