using System.Security.Claims;
using System.Text.RegularExpressions;

namespace Alerting.Local.SignalR.Access;

/// <summary>Lets nobody in without a token that one of the checks accepts.</summary>
internal sealed partial class TokenGate(IReadOnlyList<ITokenCheck> checks)
{
    public async Task ClientAsync(HttpContext context, RequestDelegate next)
    {
        if (!HubName().IsMatch(context.Request.Query["hub"].ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await IsLetInAsync(context))
            await next(context);
    }

    public async Task RestAsync(HttpContext context, RequestDelegate next)
    {
        var isHealth = context.Request.Path.Value is "/api/health" or "/api/v1/health";
        if (isHealth || await IsLetInAsync(context))
            await next(context);
    }

    /// <summary>The service's rule for the name of a hub.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_`,.[\]]{0,127}\z")]
    public static partial Regex HubName();

    private async Task<bool> IsLetInAsync(HttpContext context)
    {
        // Browsers cannot set headers on a web socket; a preflight carries no token.
        if (HttpMethods.IsOptions(context.Request.Method))
            return true;
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : context.Request.Query["access_token"].ToString();

        var (identity, why) = token.Length == 0 ? (null, null) : await CheckAsync(token, context.Request);
        if (identity is null)
            Refuse(context, why);
        else
            context.User = new ClaimsPrincipal(identity);
        return identity is not null;
    }

    private async Task<(ClaimsIdentity? Identity, string? Error)> CheckAsync(string token, HttpRequest request)
    {
        string? first = null;
        foreach (var check in checks)
        {
            var (identity, error) = await check.CheckAsync(token, request);
            if (identity is not null)
                return (identity, null);
            first ??= error;
        }

        return (null, first);
    }

    private static void Refuse(HttpContext context, string? why)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate =
            why is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{why}\"";
    }
}
