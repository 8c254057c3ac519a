using Microsoft.AspNetCore.SignalR;

namespace Alerting.Local.SignalR;

/// <summary>Books every connection with its hub and user as it comes and goes.</summary>
internal sealed class BookingLifetimeManager(ConnectionBook book, ILogger<DefaultHubLifetimeManager<ClientHub>> log)
    : DefaultHubLifetimeManager<ClientHub>(log)
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        var hub = connection.GetHttpContext()!.Request.Query["hub"].ToString();
        book.Add(new Client(connection, ClientName.Hub(hub), ClientName.UserId(connection.User)));
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        book.Remove(connection.ConnectionId);
        return base.OnDisconnectedAsync(connection);
    }
}
