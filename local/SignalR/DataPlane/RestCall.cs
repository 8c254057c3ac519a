using Alerting.Local.SignalR.Access;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>One request to the REST API: the hub it is about and the names in its path.</summary>
internal sealed record RestCall(HttpContext Context, string Hub)
{
    private const int LongestGroup = 1024;

    /// <summary>A name of the path, unescaped. The server leaves an escaped slash as it is.</summary>
    public string this[string name] =>
        ((string)Context.Request.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>An endpoint that answers a status, with a sentence when it refuses.</summary>
    public static RequestDelegate Handle(Func<RestCall, Task<(int Status, string? Error)>> handler) => async context =>
    {
        var values = context.Request.RouteValues;
        var hub = (string)values["hub"]!;
        var (status, error) =
            !TokenGate.HubName().IsMatch(hub) ? (400, "Invalid hub name.")
            : values["group"] is string group && (string.IsNullOrWhiteSpace(group) || group.Length > LongestGroup) ? (400, "Invalid group name.")
            : await handler(new RestCall(context, ClientName.Hub(hub)));
        if (error is null)
            context.Response.StatusCode = status;
        else
            await RestError.WriteAsync(context, status, "Request.Validation", error);
    };

    public IEnumerable<Client> NotExcluded(IReadOnlyList<Client> clients)
    {
        var excluded = Context.Request.Query["excluded"];
        return excluded.Count == 0 ? clients : clients.Where(c => !excluded.Contains(c.Id));
    }
}
