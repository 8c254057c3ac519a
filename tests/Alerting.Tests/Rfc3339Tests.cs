using CsCheck;

namespace Alerting.Tests;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2019-03-18T18:00:00+01:00", "2019-03-18T17:00:00Z")]
    [InlineData("2019-03-18T18:00:00Z", "2019-03-18T18:00:00Z")]
    [InlineData("2019-03-18t18:00:00z", "2019-03-18T18:00:00Z")]
    [InlineData("2019-03-18T18:00:00-00:00", "2019-03-18T18:00:00Z")]
    [InlineData("2019-03-18T18:00+01:00", "2019-03-18T17:00:00Z")]
    [InlineData("2019-03-18T18:00:00.25+01:00", "2019-03-18T17:00:00.25Z")]
    [InlineData("2019-03-18T18:00:00.12345678901+01:00", "2019-03-18T17:00:00.1234567Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void ATimeWithAnOffsetIsRead(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out var time));
        Assert.Equal(Times.Of(expected), time);
    }

    [Theory]
    [InlineData("2019-03-18T18:00:00")]
    [InlineData("2019-03-18T18:00")]
    [InlineData("2019-03-18")]
    [InlineData("2019-03-18 18:00:00+01:00")]
    [InlineData("2019-03-18T18:00:00 01:00")]
    [InlineData("2019-03-18T18:00:00+0100")]
    [InlineData("2019-03-18T18:00:00+15:00")]
    [InlineData("2019-02-29T18:00:00+01:00")]
    [InlineData("2019-03-18T24:00:00+01:00")]
    [InlineData("2019-03-18T18:00:60+01:00")]
    [InlineData("2019-3-18T18:00:00+01:00")]
    [InlineData("18-03-2019T18:00:00+01:00")]
    [InlineData("2019-03-18T18:00:00,5+01:00")]
    [InlineData("2019-03-18T18:00:00.+01:00")]
    [InlineData(" 2019-03-18T18:00:00+01:00")]
    [InlineData("2019-03-18T18:00:00+01:00\n")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData(null)]
    public void WhatIsNoTimeWithAnOffsetIsRefused(string? text) => Assert.False(Rfc3339.TryParse(text, out _));

    [Fact]
    public void WhatIsWrittenIsReadAgainWithItsOffset() =>
        Gen.DateTimeOffset.Sample(time =>
        {
            var minutes = new DateTimeOffset(time.Ticks, TimeSpan.FromMinutes(time.Offset.Hours * 60));
            return Rfc3339.TryParse(Rfc3339.Write(minutes), out var read) && read.EqualsExact(minutes);
        });
}
