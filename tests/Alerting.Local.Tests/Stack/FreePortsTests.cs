using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

public sealed class FreePortsTests
{
    [Fact]
    public void NoneIsGivenTwiceAndNoneIsAmongThoseThatSystemsHandOut()
    {
        int[] ports = [.. FreePorts.Take(20), .. FreePorts.Take(20)];

        Assert.Equal(40, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 20_000, 31_999));
    }
}
