using System.Net.WebSockets;
using System.Text;
using Alerting.Boards;
using Xunit;

namespace Alerting.Adapters.Tests.SignalR;

/// <summary>A board as a bare web socket that speaks the hub protocol's JSON.</summary>
internal static class BoardSocket
{
    private const char End = '\u001e';

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ClientWebSocket> ConnectAsync(BoardConnection connection)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {connection.AccessToken}");
        await socket.ConnectAsync(new UriBuilder(connection.Url) { Scheme = "ws" }.Uri, Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + End), WebSocketMessageType.Text, true, Token);
        await HearAsync(socket, "{}");
        return socket;
    }

    /// <summary>What came until a text was among it.</summary>
    public static async Task<string> HearAsync(ClientWebSocket socket, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        while (!heard.ToString().Contains(text, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        return heard.ToString();
    }
}
