using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

public sealed class StackOptionsTests
{
    [Fact]
    public void WithoutOptionsEveryPortIsItsOwn() => Assert.Equal([8889, 8890], Ports.Numbers());

    [Fact]
    public void AnOffsetMovesAllPortsExceptThoseThatWereNamed() =>
        Assert.Equal([7000, 8990], Ports.Numbers("--port-offset", "100", "--twilio-port", "7000"));

    [Fact]
    public void FreePortsDiffer()
    {
        var numbers = Ports.Numbers("--ports", "auto");

        Assert.Equal(2, numbers.Distinct().Count());
        Assert.DoesNotContain(8889, numbers);
    }

    [Fact]
    public void TwoPartsCannotShareAPort() =>
        Assert.Equal("port 8890 is given to Twilio stand-in and sign-in", Ports.Error("--twilio-port", "8890"));

    [Theory]
    [InlineData("--twilio-port", "70000")]
    [InlineData("--twilio-port", "x")]
    [InlineData("--port-offset", "-9000")]
    public void ANumberThatIsNoPortIsRefusedByTheNameOfThePart(string option, string value) =>
        Assert.StartsWith("Twilio stand-in: ", Ports.Error(option, value));

    [Fact]
    public void AnUnknownOptionIsNamed() => Assert.Contains("'--twillio-port'", Ports.Error("--twillio-port", "1"));

    [Fact]
    public void DataIsKeptUnlessItIsInMemory()
    {
        Assert.Equal(".local", StackOptions.Parse([], Ports.Two, out _)!.Data);
        Assert.Null(StackOptions.Parse(["--in-memory"], Ports.Two, out _)!.Data);
    }
}
