using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Alerting.Local.SignalR.Access;

/// <summary>
/// Whether a token was made for an address: for REST the URL without query and trailing slash, for clients
/// <c>/client/?hub=NAME</c>. The official SDKs leave out the port, so an audience without one fits as well.
/// </summary>
internal static class Audience
{
    public static bool Fits(string audience, HttpRequest request)
    {
        if (!Uri.TryCreate(audience, UriKind.Absolute, out var uri) || !FitsHost(uri, request))
            return false;
        return request.Path.StartsWithSegments("/client")
            ? IsClientOf(uri, request)
            : string.Equals(Plain(uri.AbsolutePath), Plain(RawPath(request)), StringComparison.Ordinal);
    }

    private static bool FitsHost(Uri audience, HttpRequest request) =>
        audience.Scheme == request.Scheme
        && string.Equals(audience.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (audience.IsDefaultPort || audience.Port == request.Host.Port);

    private static bool IsClientOf(Uri audience, HttpRequest request)
    {
        var named = QueryHelpers.ParseQuery(audience.Query).TryGetValue("hub", out var hub) ? hub.ToString() : "";
        return Plain(audience.AbsolutePath) == "/client"
            && ClientName.Hub(named) == ClientName.Hub(request.Query["hub"].ToString());
    }

    // As sent: the server has already unescaped the path, which would make %2F and a slash look alike.
    private static string RawPath(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    private static string Plain(string path) => Uri.UnescapeDataString(path.TrimEnd('/'));
}
