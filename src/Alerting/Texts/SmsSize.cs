namespace Alerting.Texts;

/// <summary>What a text takes on the air; text length is delivery time.</summary>
/// <param name="IsGsm7">True when it is sent in the 7-bit alphabet, false when one character in it forces UCS-2.</param>
/// <param name="Units">Septets, or UTF-16 code units.</param>
/// <param name="Segments">Messages it is sent as: 160 septets or 70 units alone, 153 or 67 each when there are more.</param>
public readonly record struct SmsSize(bool IsGsm7, int Units, int Segments)
{
    /// <summary>Septets in a message that stands alone.</summary>
    public const int OneSegment = 160;

    private const int SegmentOfMany = 153;
    private const int OneWideSegment = 70;
    private const int WideSegmentOfMany = 67;

    /// <summary>Measures a text as a provider would send it.</summary>
    public static SmsSize Of(string text)
    {
        var gsm = true;
        foreach (var c in text)
            gsm &= Gsm7.Cost(c) > 0;
        return gsm ? Gsm(text) : Wide(text);
    }

    private static SmsSize Gsm(string text)
    {
        var pack = new Pack(SegmentOfMany);
        foreach (var c in text)
            pack.Add(Gsm7.Cost(c));
        return new(true, pack.Units, pack.Units <= OneSegment ? 1 : pack.Segments);
    }

    private static SmsSize Wide(string text)
    {
        var pack = new Pack(WideSegmentOfMany);
        foreach (var rune in text.EnumerateRunes())
            pack.Add(rune.Utf16SequenceLength);
        return new(false, pack.Units, pack.Units <= OneWideSegment ? 1 : pack.Segments);
    }

    // A character of two units is never cut in half; the unit before the cut stays empty.
    private struct Pack(int each)
    {
        private int _free;

        public int Units { get; private set; }

        public int Segments { get; private set; }

        public void Add(int cost)
        {
            if (cost > _free)
                (Segments, _free) = (Segments + 1, each);
            (Units, _free) = (Units + cost, _free - cost);
        }
    }
}
