using Alerting.Local.Twilio;

namespace Alerting.Local.Tests.Twilio;

public sealed class SegmentsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(1600, 11)]
    public void AGsmTextFills160SeptetsAloneAnd153InCompany(int length, int segments) =>
        Assert.Equal(segments, Segments.Count(new string('a', length)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void AnyOtherTextFills70UnitsAloneAnd67InCompany(int length, int segments) =>
        Assert.Equal(segments, Segments.Count(new string('ć', length)));

    [Fact]
    public void ACharacterOfTheExtensionTableTakesTwoSeptets()
    {
        Assert.Equal(1, Segments.Count(new string('€', 80)));
        Assert.Equal(2, Segments.Count(new string('€', 80) + "a"));
    }

    [Fact]
    public void AnEscapeSequenceIsNeverCut()
    {
        // 152 septets and then a pair: the pair moves on whole, and so the third segment is needed a septet early.
        var text = new string('a', 152) + "€" + new string('a', 151);
        Assert.Equal(2, Segments.Count(text));
        Assert.Equal(3, Segments.Count(text + "a"));
        Assert.Equal(2, Segments.Count(new string('a', 306)));
    }

    [Fact]
    public void ASurrogatePairIsNeverCut()
    {
        var text = new string('ć', 66) + "😀" + new string('ć', 65);
        Assert.Equal(2, Segments.Count(text));
        Assert.Equal(3, Segments.Count(text + "ć"));
    }

    [Theory]
    [InlineData("Niveau 5 geldt één uur, à la carte: ü ö ñ", true)]
    [InlineData("@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ^{}\\[~]|€\n", true)]
    [InlineData("ë", false)]
    [InlineData("í", false)]
    [InlineData("’", false)]
    public void TheAlphabetIsThatOfGsm0338(string text, bool isGsm) => Assert.Equal(isGsm, Segments.IsGsm(text));
}
