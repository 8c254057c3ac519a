using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Alerting.Local.SignalR;

/// <summary>One connected client. Its groups are those that it joined itself, not those of its user.</summary>
internal sealed class Client(HubConnectionContext connection, string hub, string? userId)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public string Id => connection.ConnectionId;

    public string Hub { get; } = hub;

    public string? UserId { get; } = userId;

    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages reach a client in the order of these calls. Nobody waits for a slow one.</summary>
    public void Send(SerializedHubMessage message)
    {
        var writing = connection.WriteAsync(message);
        // A write that fails ends the connection; there is nobody else to tell.
        if (!writing.IsCompletedSuccessfully)
            _ = writing.AsTask().ContinueWith(static t => t.Exception, TaskScheduler.Default);
    }

    /// <summary>Asks the client to leave, and ends the connection if it does not.</summary>
    public async Task CloseAsync(string? reason, TimeProvider time)
    {
        await connection.WriteAsync(new CloseMessage(reason));
        await Task.Delay(Grace, time, connection.ConnectionAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        connection.Abort();
    }
}
