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
        var gsm = text.All(c => Gsm7.Cost(c) > 0);
        var costs = gsm ? text.Select(Gsm7.Cost) : text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength);
        var (alone, each) = gsm ? (OneSegment, SegmentOfMany) : (OneWideSegment, WideSegmentOfMany);
        var (units, segments) = Pack([.. costs], each);
        return new(gsm, units, units <= alone ? 1 : segments);
    }

    // A character of two units is never cut in half; the unit before the cut stays empty.
    private static (int Units, int Segments) Pack(int[] costs, int each)
    {
        var (segments, free) = (0, 0);
        foreach (var cost in costs)
        {
            if (cost > free)
                (segments, free) = (segments + 1, each);
            free -= cost;
        }

        return (costs.Sum(), Math.Max(segments, 1));
    }
}
