using System.Globalization;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>Putting connections and users into groups and taking them out.</summary>
internal sealed class GroupsApi(ConnectionBook book)
{
    private static readonly string[] Exists = ["GET", "HEAD"];

    public void Map(IEndpointRouteBuilder routes, string root, int addedUser, int removedUser)
    {
        foreach (var path in new[] { "/groups/{group}/connections/{connection}", "/connections/{connection}/groups/{group}" })
        {
            routes.MapPut(root + path, Found(call => book.Join(call.Hub, call["group"], call["connection"])));
            routes.MapDelete(root + path, Found(call => book.Leave(call.Hub, call["group"], call["connection"])));
        }

        foreach (var path in new[] { "/users/{user}/groups/{group}", "/groups/{group}/users/{user}" })
        {
            routes.MapMethods(root + path, Exists, Found(call => book.IsUserInGroup(call.Hub, call["group"], call["user"])));
            routes.MapPut(root + path, RestCall.Handle(call => Task.FromResult(AddUser(call, addedUser))));
            routes.MapDelete(root + path, Done(removedUser, call => book.LeaveUser(call.Hub, call["group"], call["user"])));
        }

        routes.MapDelete(root + "/users/{user}/groups", Done(removedUser, call => book.LeaveUser(call.Hub, null, call["user"])));
        routes.MapDelete(root + "/connections/{connection}/groups", Done(200, call => book.LeaveAll(call.Hub, call["connection"])));
    }

    private (int Status, string? Error) AddUser(RestCall call, int done)
    {
        var text = call.Context.Request.Query["ttl"].ToString();
        var seconds = 0;
        if (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            return (400, "ttl must be a number of seconds.");

        book.JoinUser(call.Hub, call["group"], call["user"], text.Length > 0 ? TimeSpan.FromSeconds(seconds) : null);
        return (done, null);
    }

    private static RequestDelegate Found(Func<RestCall, bool> work) =>
        RestCall.Handle(call => Task.FromResult<(int, string?)>((work(call) ? 200 : 404, null)));

    private static RequestDelegate Done(int status, Action<RestCall> work) => RestCall.Handle(call =>
    {
        work(call);
        return Task.FromResult<(int, string?)>((status, null));
    });
}
