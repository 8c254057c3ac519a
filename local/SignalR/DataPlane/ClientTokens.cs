using System.Globalization;
using Alerting.Local.SignalR.Access;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>Makes a client's token, for callers who hold no access key themselves.</summary>
internal sealed class ClientTokens(AccessKey key)
{
    private const int UsualMinutes = 60;

    public async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var minutes = UsualMinutes;
        var text = query["minutesToExpire"].ToString();
        if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || minutes < 1))
        {
            await RestError.WriteAsync(context, 400, "Request.Validation", "minutesToExpire must be a positive number.");
            return;
        }

        var hub = ClientName.Hub((string)context.Request.RouteValues["hub"]!);
        var audience = $"{context.Request.Scheme}://{context.Request.Host}/client/?hub={Uri.EscapeDataString(hub)}";
        var user = query["userId"].ToString();
        var token = key.Sign(audience, user.Length == 0 ? null : user, TimeSpan.FromMinutes(minutes));
        await context.Response.WriteAsJsonAsync(new RestError.Token(token), RestError.Json.Default.Token, cancellationToken: context.RequestAborted);
    }
}
