using System.Collections.Frozen;
using System.Text;

namespace Alerting.Texts;

/// <summary>The 7-bit alphabet of text messages (3GPP TS 23.038 §6.2.1), in which 160 characters fit one message instead of 70.</summary>
public static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    // By character; every text message is measured several times.
    private static readonly byte[] Costs = CostTable();

    // What looks alike, by its replacement. String.Normalize does nothing under InvariantGlobalization, so accents are listed.
    private static readonly FrozenDictionary<char, string> LookAlikes = new Dictionary<string, string>
    {
        ["'"] = "‘’‚‛′‵`´ʹʼ＇", ["\""] = "“”„‟″«»", ["-"] = "‐‑‒–—―−﹘﹣－", ["..."] = "…", ["*"] = "•·", [" "] = "\t\u00A0\u2002\u2003\u2007\u2009\u200A\u202F\u3000",
        [""] = "\u00AD\u200B\u200C\u200D\u2060\uFEFF", ["1/2"] = "½", ["1/4"] = "¼", ["3/4"] = "¾", ["2"] = "²", ["3"] = "³", ["x"] = "×",
        ["A"] = "ÀÁÂÃĀĂĄ", ["a"] = "áâãāăą", ["C"] = "ĆĈĊČ", ["c"] = "çćĉċč", ["D"] = "ĎĐÐ", ["d"] = "ďđð", ["E"] = "ÈÊËĒĔĖĘĚ", ["e"] = "êëēĕėęě",
        ["G"] = "ĜĞĠĢ", ["g"] = "ĝğġģ", ["H"] = "ĤĦ", ["h"] = "ĥħ", ["I"] = "ÌÍÎÏĨĪĬĮİ", ["i"] = "íîïĩīĭįı", ["IJ"] = "Ĳ", ["ij"] = "ĳ", ["J"] = "Ĵ", ["j"] = "ĵ",
        ["K"] = "Ķ", ["k"] = "ķ", ["L"] = "ĹĻĽĿŁ", ["l"] = "ĺļľŀł", ["N"] = "ŃŅŇ", ["n"] = "ńņň", ["O"] = "ÒÓÔÕŌŎŐ", ["o"] = "óôõōŏő", ["OE"] = "Œ", ["oe"] = "œ",
        ["R"] = "ŔŖŘ", ["r"] = "ŕŗř", ["S"] = "ŚŜŞŠȘ", ["s"] = "śŝşšș", ["T"] = "ŢŤŦȚ", ["t"] = "ţťŧț", ["U"] = "ÙÚÛŨŪŬŮŰŲ", ["u"] = "úûũūŭůűų",
        ["W"] = "Ŵ", ["w"] = "ŵ", ["Y"] = "ÝŶŸ", ["y"] = "ýÿŷ", ["Z"] = "ŹŻŽ", ["z"] = "źżž", ["Th"] = "Þ", ["th"] = "þ",
    }
    .SelectMany(pair => pair.Value.Select(c => KeyValuePair.Create(c, pair.Key)))
    .ToFrozenDictionary();

    /// <summary>The same text in the alphabet: look-alikes take the place of what is not in it, <c>?</c> where there is none.</summary>
    public static string Downgrade(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp)
                result.Append('?');
            else if (Cost((char)rune.Value) > 0)
                result.Append((char)rune.Value);
            else
                result.Append(LookAlikes.GetValueOrDefault((char)rune.Value, "?"));
        }

        return result.ToString();
    }

    /// <summary>Septets that a character takes: 1, 2 for those of the extension table, 0 when it is not in the alphabet.</summary>
    public static int Cost(char c) => c < Costs.Length ? Costs[c] : 0;

    private static byte[] CostTable()
    {
        var costs = new byte[Basic.Concat(Extension).Max() + 1];
        foreach (var c in Basic)
            costs[c] = 1;
        foreach (var c in Extension)
            costs[c] = 2;
        return costs;
    }
}
