using System.Buffers;

namespace Alerting.Local.Twilio;

/// <summary>How many SMS a text takes: GSM 03.38 with its extension table, else UCS-2.</summary>
internal static class Segments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
        + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> BasicSet = SearchValues.Create(Basic);
    private static readonly SearchValues<char> ExtendedSet = SearchValues.Create(Extended);
    private static readonly SearchValues<char> GsmSet = SearchValues.Create(Basic + Extended);

    public static bool IsGsm(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(GsmSet);

    public static int Count(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(BasicSet))
            return text.Length <= 160 ? 1 : (text.Length + 152) / 153;
        return IsGsm(text) ? CountExtended(text) : CountUcs2(text);
    }

    private static int CountExtended(ReadOnlySpan<char> text)
    {
        var septets = 0;
        foreach (var c in text)
            septets += Septets(c);
        return septets <= 160 ? 1 : Fill(text, 153, static (t, i) => (Septets(t[i]), 1));
    }

    private static int CountUcs2(ReadOnlySpan<char> text) =>
        text.Length <= 70
            ? 1
            : Fill(text, 67, static (t, i) => char.IsHighSurrogate(t[i]) && i + 1 < t.Length ? (2, 2) : (1, 1));

    // Neither an escape sequence nor a surrogate pair may be cut in two, so a segment can end one unit early.
    private static int Fill(ReadOnlySpan<char> text, int room, Func<ReadOnlySpan<char>, int, (int Units, int Chars)> measure)
    {
        var (segments, used, at) = (1, 0, 0);
        while (at < text.Length)
        {
            var (units, chars) = measure(text, at);
            if (used + units > room)
                (segments, used) = (segments + 1, 0);
            used += units;
            at += chars;
        }

        return segments;
    }

    private static int Septets(char c) => ExtendedSet.Contains(c) ? 2 : 1;
}
