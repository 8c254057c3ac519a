using System.Globalization;
using System.Text;

namespace Alerting.Texts;

/// <summary>Makes what people typed safe to stand in a message: it can neither hide nor turn nor end anything around it.</summary>
internal static class CleanText
{
    /// <summary>One line: whatever is invisible becomes a space or nothing, spaces are single.</summary>
    public static string Line(string text) =>
        string.Join(' ', Visible(text.ReplaceLineEndings(" ")).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines set in by two spaces, so that none can be mistaken for a heading or mark of the message.</summary>
    public static string Paragraphs(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"  {Line(line)}".TrimEnd())).Trim('\n');

    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
                result.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                result.Append(rune);
        }

        return result.ToString();
    }
}
