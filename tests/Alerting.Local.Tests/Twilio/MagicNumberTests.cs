using Alerting.Local.Twilio;

namespace Alerting.Local.Tests.Twilio;

public sealed class MagicNumberTests
{
    [Theory]
    [InlineData("+3197010000001")]
    [InlineData("+3197010000429")]
    [InlineData("+3197010099999")]
    [InlineData("+31970999")]
    [InlineData("+319709990030100")]
    [InlineData("+3161234567890")]
    [InlineData("3197099900301")]
    public void ANumberOutsideTheMagicBlockHasNoEffect(string number) => Assert.Null(MagicNumber.Of(number));

    [Fact]
    public void NoNumberOfADirectoryIsMagic()
    {
        for (var i = 1; i <= 99_999; i++)
            Assert.Null(MagicNumber.Of($"+31970100{i:D5}"));
    }

    [Theory]
    [InlineData("+3197099900301", "undelivered", 30003)]
    [InlineData("+3197099900500", "undelivered", 30005)]
    [InlineData("+3197099900199", "failed", 30001)]
    [InlineData("+3197099912300", "delivered", null)]
    public void ItsChoiceIsWhatBecomesOfAMessage(string number, string last, int? code)
    {
        var outcome = MagicNumber.Of(number)!.Value.Outcome;
        Assert.Equal(last, outcome.Steps[^1].Status);
        Assert.Equal(code, outcome.ErrorCode);
    }

    [Theory]
    [InlineData("+3197099921100", 21211)]
    [InlineData("+3197099961007", 21610)]
    [InlineData("+3197099961400", 21614)]
    public void ItsChoiceMayBeARefusal(string number, int code) =>
        Assert.Equal(code, MagicNumber.Of(number)!.Value.MessageRefusal(number)!.Code);

    [Fact]
    public void ItsCountSaysHowOftenAFaultComes()
    {
        var twice = MagicNumber.Of("+3197099942902")!.Value;
        Assert.Equal([Fault.TooMany, Fault.TooMany, Fault.None], [twice.FaultAt(1), twice.FaultAt(2), twice.FaultAt(3)]);
        Assert.Equal(Fault.TooMany, MagicNumber.Of("+3197099942900")!.Value.FaultAt(1000));
    }

    [Fact]
    public void ASlowNumberIsDeliveredSoManySecondsLater()
    {
        var usual = Outcome.Delivered.Steps[^1].After;
        Assert.Equal(usual + TimeSpan.FromSeconds(7), MagicNumber.Of("+3197099990207")!.Value.Outcome.Steps[^1].After);
    }
}
