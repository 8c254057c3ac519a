using Alerting.Texts;
using CsCheck;
using Xunit;

namespace Alerting.Tests.Texts;

public sealed class Gsm7Tests
{
    [Theory]
    [InlineData("Súdwest-Fryslân", "Sudwest-Fryslan")]
    [InlineData("Mariënberg", "Marienberg")]
    [InlineData("‘s‑Gravenhage – “Den Haag”…", "'s-Gravenhage - \"Den Haag\"...")]
    [InlineData("één à ü ß Ç", "één à ü ß Ç")]
    [InlineData("tab\there\u00A0too", "tab here too")]
    [InlineData("hid\u200Bden", "hidden")]
    [InlineData("€ 5 {x}", "€ 5 {x}")]
    [InlineData("ĲSSEL ĳs", "IJSSEL ijs")]
    [InlineData("łódź Œuvre", "lodz OEuvre")]
    [InlineData("Киев 🙂 東", "???? ? ?")]
    public void WhatIsNotInTheAlphabetIsReplacedByWhatLooksAlike(string text, string expected) => Assert.Equal(expected, Gsm7.Downgrade(text));

    [Fact]
    public void WhateverComesInWhatGoesOutIsInTheAlphabetAndStaysTheSame() => Gen.String.Sample(text =>
    {
        var once = Gsm7.Downgrade(text);
        return SmsSize.Of(once).IsGsm7 && Gsm7.Downgrade(once) == once;
    });

    [Theory]
    [InlineData("a", 1)]
    [InlineData("@", 1)]
    [InlineData("à", 1)]
    [InlineData("€", 2)]
    [InlineData("[", 2)]
    [InlineData("\\", 2)]
    [InlineData("ç", 0)]
    [InlineData("`", 0)]
    public void ExtensionCharactersCostTwo(string text, int cost) => Assert.Equal(cost, Gsm7.Cost(text[0]));

    [Theory]
    [InlineData("", 0, true, 0, 1)]
    [InlineData("a", 160, true, 160, 1)]
    [InlineData("a", 161, true, 161, 2)]
    [InlineData("a", 306, true, 306, 2)]
    [InlineData("a", 307, true, 307, 3)]
    [InlineData("€", 80, true, 160, 1)]
    // 76 fit whole into 153 septets, so the last of 153 needs a third message although 306 septets would fit two.
    [InlineData("€", 153, true, 306, 3)]
    [InlineData("â", 70, false, 70, 1)]
    [InlineData("â", 71, false, 71, 2)]
    [InlineData("â", 134, false, 134, 2)]
    [InlineData("â", 135, false, 135, 3)]
    [InlineData("🙂", 35, false, 70, 1)]
    [InlineData("🙂", 36, false, 72, 2)]
    [InlineData("🙂", 67, false, 134, 3)]
    public void SegmentsAreCountedAsOnTheAir(string unit, int times, bool gsm, int units, int segments) =>
        Assert.Equal(new(gsm, units, segments), SmsSize.Of(string.Concat(Enumerable.Repeat(unit, times))));
}
