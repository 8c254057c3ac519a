using Alerting.Directory;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("0612345678")]
    [InlineData("06-12345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("(06) 12345678")]
    [InlineData("+31612345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("0031 6 12345678")]
    [InlineData(" 06\u00A012345678 ")]
    [InlineData("612345678")]
    [InlineData("31612345678")]
    public void HoweverADutchMobileNumberIsWrittenItIsReadAsTheSame(string text)
    {
        Assert.True(MobileNumbers.TryParse(text, out var address, out _));
        Assert.Equal("+31612345678", address.Value);
    }

    [Theory]
    [InlineData("+3197010000001")]
    [InlineData("097010000001")]
    [InlineData("+3197099921100")]
    public void NumbersOfTheFictitiousRangeAreMobile(string text) => Assert.True(MobileNumbers.TryParse(text, out _, out _));

    [Theory]
    [InlineData("+32 470 12 34 56", "Belgium (+32)")]
    [InlineData("0049 1511 2345678", "Germany (+49)")]
    [InlineData("+1 202 555 0123", "United States (+1)")]
    [InlineData("+297 560 1234", "Aruba (+297)")]
    public void ANumberOfAnotherCountryIsRefusedByTheCountrysName(string text, string country)
    {
        Assert.False(MobileNumbers.TryParse(text, out _, out var problem));
        Assert.Equal("phone-country", problem.Rule);
        Assert.Contains(country, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberOfAnAllowedCountryIsTaken()
    {
        Assert.True(MobileNumbers.TryParse("0032 470 12 34 56", new HashSet<string> { "NL", "BE" }, out var address, out _));
        Assert.Equal("+32470123456", address.Value);
    }

    [Theory]
    [InlineData("020-1234567")]
    [InlineData("+31 85 0000000")]
    [InlineData("0800-1234")]
    public void ANumberThatCannotReceiveAnSmsIsRefusedForThat(string text)
    {
        Assert.False(MobileNumbers.TryParse(text, out _, out var problem));
        Assert.Equal("phone-no-sms", problem.Rule);
    }

    [Theory]
    [InlineData("061234567")]
    [InlineData("06123456789")]
    [InlineData("112")]
    [InlineData("+31 67 0000000")]
    public void ANumberThatCannotExistIsRefused(string text)
    {
        Assert.False(MobileNumbers.TryParse(text, out _, out var problem));
        Assert.Equal("phone-invalid", problem.Rule);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("abc")]
    [InlineData("06CALLMEPLS")]
    [InlineData("0612345678 ext 5")]
    [InlineData("0612345678;ext=5")]
    [InlineData("tel:0612345678")]
    [InlineData("3,16E+10")]
    [InlineData("0612345678 / 0687654321")]
    [InlineData("06\n12345678")]
    [InlineData("０６１２３４５６７８")]
    [InlineData("+999 123456789")]
    [InlineData("06123456780612345678061234567806123456780612345678")]
    public void WhatIsNotANumberIsRefused(string? text)
    {
        Assert.False(MobileNumbers.TryParse(text, out var address, out var problem));
        Assert.Equal("phone-form", problem.Rule);
        Assert.Null(address.Value);
    }

    [Theory]
    [InlineData("+32470123456")]
    [InlineData("0201234567")]
    [InlineData("061234567")]
    public void NoProblemRepeatsTheNumber(string text)
    {
        Assert.False(MobileNumbers.TryParse(text, out _, out var problem));
        Assert.DoesNotContain(text[^6..], problem.Message, StringComparison.Ordinal);
    }
}
