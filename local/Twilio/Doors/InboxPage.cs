namespace Alerting.Local.Twilio.Doors;

/// <summary>The page on which a person reads what was sent, and answers.</summary>
internal sealed class InboxPage
{
    /// <summary>Back to where the form was.</summary>
    public static void Return(HttpContext context)
    {
        var from = context.Request.Headers.Referer.ToString();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Uri.TryCreate(from, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "/";
    }
}
