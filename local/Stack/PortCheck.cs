using System.Net;
using System.Net.Sockets;

namespace Alerting.Local.Stack;

/// <summary>Tells which ports are taken before anything is started.</summary>
internal static class PortCheck
{
    /// <summary>A line for each port that somebody else listens on.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<Port> ports) =>
        [.. from port in ports where IsTaken(port.Number) select Describe(port)];

    public static bool IsTaken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static string Describe(Port port) =>
        $"port {port.Number} for the {port.Role} is taken{(PortHolder.Find(port.Number) is { } holder ? $" by {holder}" : "")}; "
        + $"choose another with --{port.Option} N, or move all with --port-offset N";
}
