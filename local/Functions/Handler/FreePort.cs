using System.Net;
using System.Net.Sockets;

namespace Alerting.Local.Functions.Handler;

/// <summary>Finds a port of the loopback address as the host does: bind to 0 and let go.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
