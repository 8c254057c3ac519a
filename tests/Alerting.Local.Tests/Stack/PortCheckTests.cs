using System.Net;
using System.Net.Sockets;
using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

public sealed class PortCheckTests
{
    [Fact]
    public void ATakenPortIsNamedWithItsRoleAndItsHolder()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var taken = ((IPEndPoint)holder.LocalEndpoint).Port;

        var problem = Assert.Single(PortCheck.Problems([new("twilio", taken, "Twilio stand-in"), new("signin", FreePorts.Take(1)[0], "sign-in")]));

        Assert.StartsWith($"port {taken} for the Twilio stand-in is taken", problem);
        Assert.Contains("--twilio-port", problem);
        if (OperatingSystem.IsLinux())
            Assert.Contains($"(pid {Environment.ProcessId})", problem);
    }
}
