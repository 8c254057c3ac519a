using System.Net.WebSockets;

namespace Alerting.Benchmarks;

/// <summary>One live board: a SignalR client over a web socket that notes when a declaration comes.</summary>
internal sealed class Board : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Ping = "{\"type\":6}\u001e"u8.ToArray();
    private readonly ClientWebSocket socket = new();
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long heardAt;

    /// <summary>When the latest declaration came, as a timestamp of this machine's clock; 0 for none since <see cref="Forget"/>.</summary>
    public long HeardAt => Volatile.Read(ref heardAt);

    public bool IsConnected => greeted.Task.IsCompletedSuccessfully && socket.State == WebSocketState.Open;

    /// <summary>Connects; <paramref name="closed"/> stops the listening.</summary>
    public async Task ConnectAsync(Uri hub, string token, CancellationToken closed)
    {
        var address = new UriBuilder(hub) { Scheme = "ws" };
        address.Query += $"{(address.Query.Length > 1 ? "&" : "")}access_token={Uri.EscapeDataString(token)}";
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(address.Uri, closed);
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, true, closed);
        _ = ListenAsync(closed);
        await greeted.Task;
    }

    /// <summary>Says that it is still there; the hub lets go of who is silent for 30 s.</summary>
    public ValueTask PingAsync(CancellationToken cancellationToken) => socket.SendAsync(Ping, WebSocketMessageType.Text, true, cancellationToken);

    public void Forget() => Volatile.Write(ref heardAt, 0);

    public void Dispose() => socket.Dispose();

    private async Task ListenAsync(CancellationToken closed)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var length = await ReceiveAsync(buffer, closed);
                if (length < 0)
                    return;
                Hear(buffer.AsSpan(0, length));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // A board that is gone hears nothing, and counts as one that was not told.
            greeted.TrySetException(ended);
        }
    }

    // A whole message; what does not fit is of no interest.
    private async Task<int> ReceiveAsync(byte[] buffer, CancellationToken closed)
    {
        var length = 0;
        while (true)
        {
            var room = length < buffer.Length ? length : 0;
            var part = await socket.ReceiveAsync(buffer.AsMemory(room), closed);
            if (part.MessageType == WebSocketMessageType.Close)
                return -1;
            length = room + part.Count;
            if (part.EndOfMessage)
                return length;
        }
    }

    private void Hear(ReadOnlySpan<byte> message)
    {
        if (message.IndexOf("\"target\":\"declaration\""u8) >= 0)
            Interlocked.CompareExchange(ref heardAt, TimeProvider.System.GetTimestamp(), 0);
        greeted.TrySetResult();
    }
}
