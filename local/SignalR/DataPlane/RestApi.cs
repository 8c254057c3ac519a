using Alerting.Local.SignalR.Access;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>The REST API of the service: the dated versions, and version 1 with its own paths and codes.</summary>
internal sealed class RestApi(ConnectionBook book, AccessKey key)
{
    private const string Dated = "/api/hubs/{hub}";
    private const string Old = "/api/v1/hubs/{hub}";
    private static readonly string[] Exists = ["GET", "HEAD"];
    private static readonly string[] Health = ["GET", "HEAD"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/health", Health, _ => Task.CompletedTask);
        routes.MapMethods("/api/v1/health", Health, _ => Task.CompletedTask);
        routes.MapPost(Dated + "/:generateToken", new ClientTokens(key).AnswerAsync);
        MapSends(routes, Dated, "/:send");
        MapSends(routes, Old, "");
        foreach (var root in new[] { Dated, Old })
            MapChecksAndCloses(routes, root);
        var groups = new GroupsApi(book);
        groups.Map(routes, Dated, addedUser: 200, removedUser: 204);
        groups.Map(routes, Old, addedUser: 202, removedUser: 202);
    }

    private void MapSends(IEndpointRouteBuilder routes, string root, string verb)
    {
        routes.MapPost(root + verb, Send((hub, _) => book.Everyone(hub)));
        routes.MapPost(root + "/users/{user}" + verb, Send((hub, call) => book.OfUser(hub, call["user"])));
        routes.MapPost(root + "/groups/{group}" + verb, Send((hub, call) => book.InGroup(hub, call["group"])));
        routes.MapPost(
            root + "/connections/{connection}" + verb,
            Send((hub, call) => book.Find(hub, call["connection"]) is { } one ? [one] : []));
    }

    private void MapChecksAndCloses(IEndpointRouteBuilder routes, string root)
    {
        const string close = "/:closeConnections";
        routes.MapMethods(root + "/connections/{connection}", Exists, Check((hub, call) => book.Find(hub, call["connection"]) is not null));
        routes.MapMethods(root + "/users/{user}", Exists, Check((hub, call) => book.OfUser(hub, call["user"]).Count > 0));
        routes.MapMethods(root + "/groups/{group}", Exists, Check((hub, call) => book.InGroup(hub, call["group"]).Count > 0));
        routes.MapDelete(root + "/connections/{connection}", Close(200, (hub, call) => book.Find(hub, call["connection"]) is { } one ? [one] : []));
        routes.MapPost(root + close, Close(204, (hub, _) => book.Everyone(hub)));
        routes.MapPost(root + "/users/{user}" + close, Close(204, (hub, call) => book.OfUser(hub, call["user"])));
        routes.MapPost(root + "/groups/{group}" + close, Close(204, (hub, call) => book.InGroup(hub, call["group"])));
    }

    private static RequestDelegate Send(Func<string, RestCall, IReadOnlyList<Client>> audience) => RestCall.Handle(async call =>
    {
        if (!call.Context.Request.HasJsonContentType())
            return (415, "The body must be JSON.");
        var (message, error) = await Payload.ReadAsync(call.Context.Request, call.Context.RequestAborted);
        if (message is null)
            return (400, error);

        foreach (var client in call.NotExcluded(audience(call.Hub, call)))
            client.Send(message);
        return (202, null);
    });

    private static RequestDelegate Check(Func<string, RestCall, bool> exists) => RestCall.Handle(call =>
        Task.FromResult<(int, string?)>((exists(call.Hub, call) ? 200 : 404, null)));

    private RequestDelegate Close(int done, Func<string, RestCall, IReadOnlyList<Client>> which) => RestCall.Handle(call =>
    {
        var reason = call.Context.Request.Query["reason"].ToString();
        foreach (var client in call.NotExcluded(which(call.Hub, call)))
            _ = client.CloseAsync(reason.Length == 0 ? null : reason, book.Time);
        return Task.FromResult<(int, string?)>((done, null));
    });
}
